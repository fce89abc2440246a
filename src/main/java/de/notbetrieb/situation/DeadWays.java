package de.notbetrieb.situation;

import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derived.DerivedContact;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Town;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways in that are not up, and whether a sentence sends people there: "please call" is never
 * said of a dead or overloaded line.
 */
public final class DeadWays {
  private final Map<Slug, Contact> dead = new LinkedHashMap<>();
  private final List<Slug> main;

  DeadWays(Town town, Map<Slug, DerivedContact> derived) {
    for (Contact contact : town.contacts()) {
      DerivedContact now = derived.get(contact.id());
      if (now != null && now.state() != WayInState.UP) {
        dead.put(contact.id(), contact);
      }
    }
    this.main = dead.values().stream().filter(Contact::main).map(Contact::id).toList();
  }

  public static DeadWays of(Town town, Derived derived) {
    return new DeadWays(town, derived.contacts());
  }

  /** Those of all dead ways whose number or address stands in these words. */
  public List<Slug> namedIn(Text words) {
    return namedIn(words, dead.keySet());
  }

  /** Whether the words name one of these ways, or one of the town's first screen. */
  boolean areNamedIn(Text words, Collection<Slug> ways) {
    return !namedIn(words, Stream.concat(main.stream(), ways.stream()).toList()).isEmpty();
  }

  private List<Slug> namedIn(Text words, Collection<Slug> ways) {
    return ways.stream()
        .flatMap(id -> Optional.ofNullable(dead.get(id)).stream())
        .filter(contact -> words.all().anyMatch(one -> one.contains(contact.value())))
        .map(Contact::id)
        .distinct()
        .toList();
  }
}
