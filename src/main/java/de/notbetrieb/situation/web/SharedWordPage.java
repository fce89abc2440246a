package de.notbetrieb.situation.web;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.web.FieldProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One word on several services: choosing it, or looking at what it will change.
 *
 * @param typed what was typed, by field
 */
public record SharedWordPage(List<Row> rows, Map<String, String> typed, FieldProblems problems) {
  public SharedWordPage {
    rows = List.copyOf(rows);
  }

  /**
   * A service with what is said of it now and what would be.
   *
   * @param entry the entry of the word on it that is shown here, 0 if there is none
   * @param movedOn whether somebody else has changed it since it was looked at
   * @param after absent before anything was typed
   */
  public record Row(
      String id, String name, long entry, boolean movedOn, Told before, Optional<Told> after) {}

  /** What residents read, and whether a person said so. */
  public record Told(ServiceState state, String sentence, boolean byPerson) {}

  public boolean isAnyMovedOn() {
    return rows.stream().anyMatch(Row::movedOn);
  }

  public boolean isAnyByPerson() {
    return rows.stream().anyMatch(row -> row.before().byPerson());
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean chose(ServiceState state) {
    return typed("state").equals(state.name());
  }
}
