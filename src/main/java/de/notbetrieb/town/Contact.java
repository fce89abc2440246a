package de.notbetrieb.town;

import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * A way in as the phone book lists it: a number, a counter, a letter box, an address.
 *
 * @param value the number or address as people read it
 * @param hours when it is answered, in OSM opening_hours syntax; absent: as its office, else not
 *     said
 * @param topics what it is for, in residents' words
 * @param needs the systems without which it leads nowhere
 * @param capacity such as "two lines"
 * @param main stands on the first screen
 * @param spokenLanguages BCP 47 tags
 */
public record Contact(
    Slug id,
    List<Slug> formerly,
    WayInKind kind,
    Text label,
    String value,
    Optional<String> hours,
    List<Text> topics,
    Optional<Slug> unit,
    Optional<Slug> office,
    List<Need> needs,
    Optional<Text> capacity,
    boolean main,
    List<String> spokenLanguages,
    Visibility audience) {
  public Contact {
    formerly = List.copyOf(formerly);
    topics = List.copyOf(topics);
    needs = List.copyOf(needs);
    spokenLanguages = List.copyOf(spokenLanguages);
  }
}
