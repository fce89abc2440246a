package de.notbetrieb.town.calendar;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** On which days a rule of opening hours holds. */
final class RuleDays {
  private static final int MAX_END = 2880;

  private RuleDays() {}

  /** Whether everything that the rule says is understood here. */
  static boolean isSupported(Rule rule) {
    return !filled(rule.getWeeks())
        && all(rule.getHolidays(), RuleDays::isSupported)
        && all(rule.getDates(), RuleDays::isSupported)
        && all(rule.getDays(), day -> day.getOffset() == 0)
        && all(rule.getYears(), year -> !year.isOpenEnded() || year.getInterval() <= 0)
        && all(
            rule.getTimes(),
            span ->
                span.getStartEvent() == null
                    && span.getEndEvent() == null
                    && !span.isOpenEnded()
                    && span.getInterval() <= 0
                    && span.getStart() >= 0
                    && span.getStart() < 1440
                    && span.getEnd() >= 0
                    && span.getEnd() <= MAX_END);
  }

  private static boolean isSupported(Holiday holiday) {
    return holiday.getType() == Holiday.Type.PH && holiday.getOffset() == 0;
  }

  private static boolean isSupported(DateRange range) {
    return range.getInterval() <= 0
        && isSupported(range.getStartDate())
        && range.getStartDate().getMonth() != null
        && (range.getEndDate() == null || isSupported(range.getEndDate()));
  }

  private static boolean isSupported(DateWithOffset date) {
    return date.getVarDate() == null
        && date.getWeekDayOffset() == null
        && date.getDayOffset() == 0
        && date.getNthWeekDay() == null
        && !date.isOpenEnded();
  }

  static boolean matches(Rule rule, LocalDate date, Predicate<LocalDate> holiday) {
    return any(rule.getYears(), range -> matches(range, date))
        && any(rule.getDates(), range -> matches(range, date))
        && dayMatches(rule, date, holiday);
  }

  /** "Mo-Fr,PH": either; "PH We": both. */
  private static boolean dayMatches(Rule rule, LocalDate date, Predicate<LocalDate> holiday) {
    List<Holiday> holidays = rule.getHolidays();
    if (!filled(holidays)) {
      return any(rule.getDays(), range -> matches(range, date));
    }
    boolean isHoliday = holiday.test(date);
    if (!filled(rule.getDays())) {
      return isHoliday;
    }
    boolean weekday = any(rule.getDays(), range -> matches(range, date));
    return holidays.getFirst().getUseAsWeekDay() ? isHoliday || weekday : isHoliday && weekday;
  }

  private static boolean matches(WeekDayRange range, LocalDate date) {
    int from = range.getStartDay().ordinal();
    int until = range.getEndDay() == null ? from : range.getEndDay().ordinal();
    int day = date.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    boolean inside = from <= until ? from <= day && day <= until : day >= from || day <= until;
    return inside && any(range.getNths(), nth -> matches(nth, date));
  }

  private static boolean matches(Nth nth, LocalDate date) {
    int fromBegin = (date.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = -((YearMonth.from(date).lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
    int first = nth.getStartNth();
    int last = nth.getEndNth() == Nth.INVALID_NTH ? first : nth.getEndNth();
    return (first <= fromBegin && fromBegin <= last) || (first <= fromEnd && fromEnd <= last);
  }

  private static boolean matches(YearRange range, LocalDate date) {
    int from = range.getStartYear();
    int until =
        range.isOpenEnded()
            ? Integer.MAX_VALUE
            : range.getEndYear() == YearRange.UNDEFINED_YEAR ? from : range.getEndYear();
    int interval = Math.max(1, range.getInterval());
    int year = date.getYear();
    return from <= year && year <= until && (year - from) % interval == 0;
  }

  private static boolean matches(DateRange range, LocalDate date) {
    DateWithOffset start = range.getStartDate();
    DateWithOffset end = range.getEndDate() == null ? start : range.getEndDate();
    if (!start.undefinedYear()) {
      int endYear = end.undefinedYear() ? start.getYear() : end.getYear();
      long day = date.getYear() * 10_000L + key(date.getMonthValue(), date.getDayOfMonth());
      return start.getYear() * 10_000L + first(start) <= day
          && day <= endYear * 10_000L + last(end, start);
    }
    int day = key(date.getMonthValue(), date.getDayOfMonth());
    int from = first(start);
    int until = last(end, start);
    return from <= until ? from <= day && day <= until : day >= from || day <= until;
  }

  private static int first(DateWithOffset date) {
    return key(date.getMonth().ordinal() + 1, date.undefinedDay() ? 1 : date.getDay());
  }

  /** "Nov 20-24": the end is in the month of the start. */
  private static int last(DateWithOffset end, DateWithOffset start) {
    int month = (end.getMonth() == null ? start : end).getMonth().ordinal() + 1;
    return key(month, end.undefinedDay() ? 31 : end.getDay());
  }

  private static int key(int month, int day) {
    return month * 100 + day;
  }

  private static boolean filled(@Nullable Collection<?> selectors) {
    return selectors != null && !selectors.isEmpty();
  }

  /** A selector that is not given lets every day through. */
  private static <T> boolean any(@Nullable Collection<T> selectors, Predicate<T> matches) {
    return selectors == null || selectors.isEmpty() || selectors.stream().anyMatch(matches);
  }

  private static <T> boolean all(@Nullable Collection<T> selectors, Predicate<T> supported) {
    return selectors == null || selectors.stream().allMatch(supported);
  }
}
