package de.notbetrieb.town.calendar;

import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A usual week in words: days with the same hours stand together. */
final class WeekInWords {
  /** A Monday of a week without holidays, for which the regular hours are read. */
  private static final LocalDate USUAL_MONDAY = LocalDate.of(2023, 9, 11);

  private WeekInWords() {}

  static List<Text> of(OpeningHours hours) {
    List<Text> lines = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    while (true) {
      List<TimeSpan> open = on(hours, first);
      DayOfWeek last = first;
      while (last != DayOfWeek.SUNDAY && on(hours, last.plus(1)).equals(open)) {
        last = last.plus(1);
      }
      if (!open.isEmpty()) {
        lines.add(line(first, last, open));
      }
      if (last == DayOfWeek.SUNDAY) {
        return lines;
      }
      first = last.plus(1);
    }
  }

  private static List<TimeSpan> on(OpeningHours hours, DayOfWeek day) {
    return hours.on(USUAL_MONDAY.plusDays(day.getValue() - 1L), date -> false);
  }

  private static Text line(DayOfWeek first, DayOfWeek last, List<TimeSpan> open) {
    String german =
        first == last
            ? "%s %s Uhr".formatted(name(first, Locale.GERMAN), times(open, " bis ", " und "))
            : "%s bis %s %s Uhr"
                .formatted(
                    name(first, Locale.GERMAN),
                    name(last, Locale.GERMAN),
                    times(open, " bis ", " und "));
    String english =
        first == last
            ? "%s %s".formatted(name(first, Locale.ENGLISH), times(open, " to ", " and "))
            : "%s to %s, %s"
                .formatted(
                    name(first, Locale.ENGLISH),
                    name(last, Locale.ENGLISH),
                    times(open, " to ", " and "));
    return Text.of(german, english);
  }

  private static String name(DayOfWeek day, Locale locale) {
    return day.getDisplayName(TextStyle.FULL, locale);
  }

  private static String times(List<TimeSpan> open, String until, String and) {
    return open.stream()
        .map(span -> time(span.fromMinute()) + until + time(span.untilMinute()))
        .collect(Collectors.joining(and));
  }

  private static String time(int minute) {
    int hour = minute / 60 > 24 ? minute / 60 - 24 : minute / 60;
    return minute % 60 == 0
        ? Integer.toString(hour)
        : hour + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
  }
}
