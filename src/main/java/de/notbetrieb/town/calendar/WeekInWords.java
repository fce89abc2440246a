package de.notbetrieb.town.calendar;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

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
    return first == last
        ? OwnWords.text("week.day", l -> new Object[] {name(first, l), times(open, l)})
        : OwnWords.text(
            "week.days", l -> new Object[] {name(first, l), name(last, l), times(open, l)});
  }

  private static String name(DayOfWeek day, Language language) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
  }

  private static String times(List<TimeSpan> open, Language language) {
    return open.stream()
        .map(span -> span(span, language))
        .reduce((one, other) -> OwnWords.say(language, "week.and", one, other))
        .orElse("");
  }

  private static String span(TimeSpan span, Language language) {
    return OwnWords.say(
        language,
        "week.span",
        time(span.fromMinute(), language),
        time(span.untilMinute(), language));
  }

  /** A bare 8 is a time only where the sentence around it says so. */
  private static String time(int minute, Language language) {
    boolean bare =
        switch (language) {
          case DE, SIMPLE, EN -> minute % 60 == 0;
          case TR, UK, AR, RU, RO, PL, FR, IT -> false;
        };
    int hour = minute / 60 > 24 ? minute / 60 - 24 : minute / 60;
    return bare ? Integer.toString(hour) : hour + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
  }
}
