package de.notbetrieb.channel;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.platform.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opening hours in words: "8 bis 12 Uhr und 14 bis 16:30 Uhr". */
final class Hours {
  private static final TimeSpan ALWAYS = new TimeSpan(0, 1440);

  private final PhraseBook book;

  Hours(PhraseBook book) {
    this.book = book;
  }

  String on(List<OpenDay> days, LocalDate day) {
    Optional<OpenDay> then = days.stream().filter(d -> d.date().equals(day)).findFirst();
    if (then.isPresent() && !then.get().open().isEmpty()) {
      return spans(then.get());
    }
    String closed = book.say(then.isPresent() ? "hours.closed" : "hours.unknown");
    return next(days, day)
        .map(open -> book.say("hours.again", closed, dayFrom(day, open.date()), spans(open)))
        .orElse(closed);
  }

  String of(OpenDay day) {
    return day.open().isEmpty() ? book.say("hours.closed") : spans(day);
  }

  private static Optional<OpenDay> next(List<OpenDay> days, LocalDate day) {
    return days.stream().filter(d -> d.date().isAfter(day) && !d.open().isEmpty()).findFirst();
  }

  private String dayFrom(LocalDate day, LocalDate next) {
    return next.toEpochDay() - day.toEpochDay() < 7 ? book.weekday(next) : book.day(next);
  }

  private String spans(OpenDay day) {
    if (day.open().contains(ALWAYS)) {
      return book.say("hours.always");
    }
    String spans =
        day.open().stream()
            .map(
                span ->
                    book.say(
                        "hours.span",
                        shortClock(span.fromMinute()),
                        shortClock(span.untilMinute())))
            .collect(Collectors.joining(book.say("hours.and")));
    return book.say("hours.spans", spans);
  }

  private String shortClock(int minute) {
    String clock = clock(minute == 1440 ? minute : minute % 1440);
    return switch (book.language()) {
              case DE, SIMPLE -> true;
              case EN, TR, UK, AR, RU, RO, PL, FR, IT -> false;
            }
            && clock.endsWith(":00")
        ? clock.substring(0, clock.length() - 3)
        : clock;
  }

  /** "8:05": hours without a leading zero, as people write them. */
  static String clock(int minute) {
    return minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
  }
}
