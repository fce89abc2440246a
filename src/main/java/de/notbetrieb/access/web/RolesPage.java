package de.notbetrieb.access.web;

import de.notbetrieb.access.Role;
import de.notbetrieb.platform.web.FieldProblems;
import java.util.List;

/** The roles of one account; nobody changes their own. */
public record RolesPage(
    PeoplePage.Row row, List<Role> roles, List<String> chosen, FieldProblems problems) {
  public RolesPage {
    roles = List.copyOf(roles);
    chosen = List.copyOf(chosen);
  }

  public boolean isChangeable() {
    return !row.isMe() && !row.roles().isEmpty();
  }
}
