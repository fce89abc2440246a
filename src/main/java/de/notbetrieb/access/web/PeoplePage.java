package de.notbetrieb.access.web;

import de.notbetrieb.access.Role;
import de.notbetrieb.platform.web.FieldProblems;
import java.util.List;
import java.util.Map;

/**
 * The accounts of a town.
 *
 * @param typed what was typed into the form before, by field
 * @param chosen the roles that were ticked before
 */
public record PeoplePage(
    List<Row> rows,
    List<Role> roles,
    Map<String, String> typed,
    List<String> chosen,
    FieldProblems problems) {
  public PeoplePage {
    rows = List.copyOf(rows);
    roles = List.copyOf(roles);
    typed = Map.copyOf(typed);
    chosen = List.copyOf(chosen);
  }

  /**
   * One account; without roles it is closed.
   *
   * @param sessions where they are signed in now
   */
  public record Row(
      String id,
      String name,
      String signIn,
      List<Role> roles,
      int sessions,
      long seen,
      boolean isMe) {
    public Row {
      roles = List.copyOf(roles);
    }
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
