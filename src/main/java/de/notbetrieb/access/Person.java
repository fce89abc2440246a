package de.notbetrieb.access;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Refused;
import java.util.List;

/**
 * Somebody with an account.
 *
 * @param pseudonym how the journal knows them
 * @param signIn the name they sign in with
 * @param name how colleagues see them, often a function: "Pressestelle"
 */
public record Person(Actor pseudonym, String signIn, String name, List<Role> roles) {
  public static final Kind<Person> KIND =
      new Kind<>("access.person", 1, Person.class, Retention.INCIDENT, Audience.STAFF);

  public Person {
    roles = List.copyOf(roles);
  }

  public boolean may(Right right) {
    return roles.stream().anyMatch(role -> role.allows(right));
  }

  /**
   * Refuses who may not. Every act that changes something begins with this.
   *
   * @return the pseudonym under which the act is written down
   */
  public Actor allowedTo(Right right) {
    if (!may(right)) {
      throw Refused.notAllowed("access.not-allowed", right.name());
    }
    return pseudonym;
  }
}
