package de.notbetrieb.situation.web;

import de.notbetrieb.edition.OfficeState;
import java.util.List;
import java.util.Optional;

/** The offices and when they are open. */
public record OfficesPage(List<Row> rows) {
  public OfficesPage {
    rows = List.copyOf(rows);
  }

  /**
   * One office.
   *
   * @param words what residents read about its state
   * @param today the hours of today; absent: not known
   * @param week the regular hours in words, a line each
   */
  public record Row(
      String id,
      String name,
      List<String> address,
      OfficeState state,
      List<String> words,
      Optional<String> today,
      List<String> week,
      boolean staffOnly) {
    public Row {
      address = List.copyOf(address);
      words = List.copyOf(words);
      week = List.copyOf(week);
    }
  }
}
