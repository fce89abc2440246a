package de.notbetrieb.access;

import de.notbetrieb.platform.Refused;
import java.util.List;

/**
 * The roles that an account shall have from now on.
 *
 * @param seen the entry of the account that its author saw
 */
public record RoleChange(List<Role> roles, long seen) {
  public RoleChange {
    roles = List.copyOf(roles);
  }

  /** Nobody locks themselves or the last releaser out, and a closed account stays closed. */
  void check(Person before, Person by, List<Person> all) {
    if (before.pseudonym().equals(by.pseudonym())) {
      throw Refused.conflict("access.not-own-roles");
    }
    if (before.roles().isEmpty()) {
      throw Refused.conflict("access.closed", before.name());
    }
    if (roles.isEmpty()) {
      throw Refused.invalid("roles", "access.role-missing");
    }
    boolean lastReleaser =
        takesRelease(before)
            && all.stream()
                .filter(one -> !one.pseudonym().equals(before.pseudonym()))
                .noneMatch(one -> one.may(Right.RELEASE));
    if (lastReleaser) {
      throw Refused.invalid("roles", "access.last-releaser", before.name());
    }
  }

  Person of(Person before) {
    return new Person(before.pseudonym(), before.signIn(), before.name(), roles);
  }

  boolean givesRelease(Person before) {
    return !before.may(Right.RELEASE) && of(before).may(Right.RELEASE);
  }

  boolean takesRelease(Person before) {
    return before.may(Right.RELEASE) && !of(before).may(Right.RELEASE);
  }
}
