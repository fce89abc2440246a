package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.Published;
import java.util.List;
import java.util.Optional;

/**
 * Every edition that was ever released.
 *
 * @param mayAskAgain whether the reader may ask that an earlier one be said again
 */
public record EditionsPage(List<Row> rows, boolean mayWithdraw, boolean mayAskAgain) {
  public EditionsPage {
    rows = List.copyOf(rows);
  }

  /**
   * A line.
   *
   * @param alone why one person released it
   * @param taken when, by whom and why it was taken back
   */
  public record Row(
      int number,
      String released,
      String author,
      String releaser,
      Optional<String> alone,
      Published.State state,
      Optional<String> taken) {}
}
