package de.notbetrieb.channel;

import de.notbetrieb.platform.Language;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.regex.Pattern;

/** Days in words, as the Unicode CLDR says them in a language; the clock has 24 hours everywhere. */
final class Dates {
  /** With the word or letter that some languages put behind it. */
  private static final Pattern YEAR =
      Pattern.compile("[\\s\u00a0\u202f]*y([\\s\u00a0\u202f]*'[^']*'\\.?)?");

  private final DateTimeFormatter weekday;
  private final DateTimeFormatter day;
  private final DateTimeFormatter date;
  private final DateTimeFormatter full;

  Dates(Language language) {
    // English for readers in Germany: the day first, as on every paper they get
    boolean english = language == Language.EN;
    String full = english ? "EEEE, d MMMM y" : pattern(FormatStyle.FULL, language);
    String date = english ? "d MMMM y" : pattern(FormatStyle.LONG, language);
    this.weekday = formatter("cccc", language);
    this.day = formatter(YEAR.matcher(full).replaceFirst(""), language);
    this.date = formatter(date, language);
    this.full = formatter(full, language);
  }

  private static DateTimeFormatter formatter(String pattern, Language language) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }

  private static String pattern(FormatStyle style, Language language) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        style, null, IsoChronology.INSTANCE, language.locale());
  }

  /** "Dienstag". */
  String weekday(LocalDate on) {
    return weekday.format(on);
  }

  /** "Dienstag, 21. November". */
  String day(LocalDate on) {
    return day.format(on);
  }

  /** "21. November 2023". */
  String date(LocalDate on) {
    return date.format(on);
  }

  /** "Dienstag, 21. November 2023". */
  String full(LocalDate on) {
    return full.format(on);
  }
}
