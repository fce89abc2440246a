package de.notbetrieb.access.web;

import de.notbetrieb.access.Role;
import de.notbetrieb.platform.web.FieldProblems;
import java.util.List;

/**
 * One's own account.
 *
 * @param holdsKey whether the town's key opens with this password
 */
public record AccountPage(
    String name,
    String signIn,
    List<Role> roles,
    boolean holdsKey,
    List<Session> sessions,
    FieldProblems problems) {
  public AccountPage {
    roles = List.copyOf(roles);
    sessions = List.copyOf(sessions);
  }

  /** A browser that is signed in. */
  public record Session(String lastSeen, boolean isThis) {}
}
