package de.notbetrieb.town.calendar;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Holidays;
import de.notbetrieb.town.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When the offices of a town are open, holidays and exceptions taken into account. */
public final class OfficeHours {
  private final Holidays holidays;

  public OfficeHours(Holidays holidays) {
    this.holidays = holidays;
  }

  /** The coming days, from {@code first} on; empty when the hours are not known. */
  public List<OpenDay> days(Office office, LocalDate first, int count) {
    return List.of();
  }

  /** The same for hours that stand alone. */
  public List<OpenDay> days(String hours, LocalDate first, int count) {
    return List.of();
  }

  /** The regular hours as on a door. */
  public List<Text> inWords(Office office) {
    return List.of();
  }

  Optional<Holidays> holidays() {
    return Optional.of(holidays);
  }
}
