package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * A way in as the phone book lists it.
 *
 * @param value the number, address or place, as people read it
 * @param dial the number in E.164, for a phone
 * @param note what to know now: "zeitweise überlastet"
 * @param topics what it is for, in residents' words
 * @param main whether the first screen names it
 * @param spokenLanguages BCP 47 tags of the languages spoken there
 */
public record PublicContact(
    Slug slug,
    WayInKind kind,
    Text label,
    String value,
    Optional<String> dial,
    WayInState state,
    Optional<Text> note,
    Optional<Text> capacity,
    List<Text> topics,
    Optional<Slug> unit,
    Optional<Slug> office,
    List<OpenDay> days,
    boolean main,
    List<String> spokenLanguages) {
  public PublicContact {
    topics = List.copyOf(topics);
    days = List.copyOf(days);
    spokenLanguages = List.copyOf(spokenLanguages);
  }
}
