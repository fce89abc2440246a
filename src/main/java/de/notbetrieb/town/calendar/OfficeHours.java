package de.notbetrieb.town.calendar;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import de.notbetrieb.town.Holidays;
import de.notbetrieb.town.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the offices of a town are open, holidays and exceptions taken into account. */
public final class OfficeHours {
  private final PublicHolidays holidays;

  public OfficeHours(Holidays holidays) {
    this.holidays = new PublicHolidays(holidays);
  }

  /** The coming days, from {@code first} on; empty when the hours are not known. */
  public List<OpenDay> days(Office office, LocalDate first, int count) {
    return office
        .hours()
        .flatMap(OfficeHours::readable)
        .map(hours -> days(hours, office.exceptions(), first, count))
        .orElse(List.of());
  }

  /** The same for hours that stand alone. */
  public List<OpenDay> days(String hours, LocalDate first, int count) {
    return readable(hours)
        .map(readable -> days(readable, List.of(), first, count))
        .orElse(List.of());
  }

  private List<OpenDay> days(
      OpeningHours hours, List<Office.HoursException> exceptions, LocalDate first, int count) {
    return Stream.iterate(first, date -> date.plusDays(1))
        .limit(count)
        .map(date -> day(hours, exceptions, date))
        .toList();
  }

  /** An exception beats the regular hours; on a holiday it is closed unless the hours name PH. */
  private OpenDay day(OpeningHours hours, List<Office.HoursException> exceptions, LocalDate date) {
    Optional<Office.HoursException> exception =
        exceptions.stream().filter(one -> one.date().equals(date)).findFirst();
    if (exception.isPresent()) {
      List<TimeSpan> open =
          readable(exception.get().hours())
              .map(other -> other.on(date, day -> false))
              .orElse(List.of());
      return new OpenDay(date, open, exception.get().reason());
    }
    Optional<Text> holiday = holidays.on(date);
    if (holiday.isPresent() && !hours.namesHolidays()) {
      return new OpenDay(date, List.of(), holiday);
    }
    return new OpenDay(date, hours.on(date, day -> holidays.on(day).isPresent()), holiday);
  }

  private static Optional<OpeningHours> readable(String written) {
    return OpeningHours.parse(written) instanceof OpeningHours.Readable(OpeningHours hours)
        ? Optional.of(hours)
        : Optional.empty();
  }

  /** The regular hours as on a door: "Montag bis Freitag 8 bis 12 Uhr". */
  public List<Text> inWords(Office office) {
    return office.hours().flatMap(OfficeHours::readable).map(WeekInWords::of).orElse(List.of());
  }
}
