package de.notbetrieb.edition;

import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a place is open, or a number answered, on one day.
 *
 * @param open in order, without overlap; empty: closed
 * @param note why the day differs: a holiday, an exception
 */
public record OpenDay(LocalDate date, List<TimeSpan> open, Optional<Text> note) {
  public OpenDay {
    open = List.copyOf(open);
  }
}
