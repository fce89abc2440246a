package de.notbetrieb.channel.text;

import de.notbetrieb.channel.Fitting;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.TimeSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The telephone tape: what matters most, in at most 110 words, times as people say them. */
final class TapeText {
  static final int MOST_WORDS = 110;
  private static final int DOWN_NAMED = 4;
  private static final int NAME_LENGTH = 60;

  private final Edition edition;
  private final PhraseBook book;

  TapeText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
  }

  String text() {
    Fitting tape = new Fitting(TapeText::words, MOST_WORDS, " ", PlainWords.sentence(next()));
    if (edition.purpose() != Purpose.REAL) {
      tape.must(book.name("tape.purpose", edition.purpose()));
    }
    tape.must(book.say("tape.greeting", PlainWords.cut(edition.town().name(), NAME_LENGTH)));
    tape.must(
        book.say(
            "tape.edition",
            edition.number(),
            book.date(edition.asOf().toLocalDate()),
            time(edition.asOf())));
    tape.may(PlainWords.line(edition.headline(), book.language()));
    tape.may(new Reach(edition, book).sentence());
    tape.may(office()).may(down()).may(fraud());
    tape.may(PlainWords.line(edition.lead(), book.language()));
    return tape.text() + "\n";
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private String next() {
    return edition
        .nextWordDue()
        .map(
            due ->
                book.say(
                    "tape.next",
                    book.weekday(due.toLocalDate()),
                    book.date(due.toLocalDate()),
                    time(due)))
        .orElseGet(() -> book.say("tape.next.none"));
  }

  private Optional<String> office() {
    LocalDate from = edition.asOf().toLocalDate();
    return new Reach(edition, book)
        .office()
        .flatMap(
            office ->
                office.days().stream()
                    .filter(day -> !day.date().isBefore(from) && !day.open().isEmpty())
                    .filter(day -> !isOver(day))
                    .findFirst()
                    .map(day -> open(office, day)));
  }

  private boolean isOver(OpenDay day) {
    return day.date().equals(edition.asOf().toLocalDate())
        && day.open().getLast().untilMinute() <= edition.asOf().toLocalTime().toSecondOfDay() / 60;
  }

  private String open(PublicOffice office, OpenDay day) {
    return book.say(
        "tape.office.open",
        PlainWords.cut(PlainWords.line(office.name(), book.language()), NAME_LENGTH),
        book.day(day.date()),
        day.open().stream().map(this::span).collect(Collectors.joining(book.say("hours.and"))));
  }

  private Optional<String> down() {
    List<PublicService> down =
        edition.services().stream().filter(s -> s.state() == ServiceState.UNAVAILABLE).toList();
    return ShortText.names(down, DOWN_NAMED, book).map(names -> book.say("tape.down", names));
  }

  private Optional<String> fraud() {
    return edition.notices().stream()
        .filter(notice -> notice.kind() == PublicNotice.Kind.FRAUD_WARNING)
        .findFirst()
        .map(notice -> book.say("tape.fraud"));
  }

  private String span(TimeSpan span) {
    return book.say("tape.span", time(span.fromMinute()), time(span.untilMinute()));
  }

  private String time(OffsetDateTime at) {
    return time(at.getHour() * 60 + at.getMinute());
  }

  /** "16 Uhr 30": read aloud as written. */
  private String time(int minute) {
    int hour = minute == 1440 ? 24 : minute / 60 % 24;
    return minute % 60 == 0
        ? book.say("tape.time", hour)
        : book.say("tape.time.minutes", hour, minute % 60);
  }
}
