package de.notbetrieb.town.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Holidays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The days on which this town keeps a holiday: those of its state, and its own. */
final class PublicHolidays {
  private static final HolidayManager GERMANY =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

  private final Holidays holidays;

  PublicHolidays(Holidays holidays) {
    this.holidays = holidays;
  }

  /** The holiday's name, if that day is one. */
  Optional<Text> on(LocalDate date) {
    return holidays.local().stream()
        .filter(local -> local.date().equals(date))
        .map(Holidays.LocalHoliday::name)
        .findFirst()
        .or(() -> ofState(date));
  }

  private Optional<Text> ofState(LocalDate date) {
    return GERMANY.getHolidays(date, date, holidays.state()).stream()
        .filter(holiday -> holiday.getDate().equals(date))
        .findFirst()
        .map(PublicHolidays::name);
  }

  private static Text name(Holiday holiday) {
    String key = "holiday." + holiday.getPropertiesKey().replaceFirst(".*\\.", "");
    return OwnWords.has(key)
        ? OwnWords.text(key)
        : Text.of(holiday.getDescription(Locale.GERMAN), holiday.getDescription(Locale.ENGLISH));
  }
}
