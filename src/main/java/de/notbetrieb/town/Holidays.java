package de.notbetrieb.town;

import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * Public holidays: those of the state, and days that only this town keeps.
 *
 * @param state two letters, "bw"
 */
public record Holidays(String state, List<LocalHoliday> local) {
  public Holidays {
    local = List.copyOf(local);
  }

  /** A day on which this town is closed: carnival, a fair. */
  public record LocalHoliday(LocalDate date, Text name) {}
}
