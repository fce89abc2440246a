package de.notbetrieb.edition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Pages whose words depend on the clock are prepared for each day and lie beside their base file:
 * {@code index.2023-11-21.html}, {@code index.overdue.html}, {@code index.2023-11-21.overdue.html}.
 * Only folder addresses answer them; the base file stays what SHA256SUMS says.
 *
 * @param day for which the page says who is open; absent: for any day
 * @param overdue whether the promised next word is late
 */
public record PageVariant(Optional<LocalDate> day, boolean overdue) {

  /** The path of this variant of a base file, such as {@code en/orte/index.html}. */
  public String path(String base) {
    int dot = base.lastIndexOf('.');
    String date = day.map(d -> "." + d).orElse("");
    return base.substring(0, dot) + date + (overdue ? ".overdue" : "") + base.substring(dot);
  }
}
