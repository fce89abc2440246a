package de.notbetrieb.channel.text;

import de.notbetrieb.channel.Fitting;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** kurz.txt: two paragraphs, one of at most 280 characters and one of at most 500. */
final class ShortText {
  static final int SHORT = 280;
  static final int LONG = 500;
  private static final int NAME_LENGTH = 50;
  private static final int ADDRESS_LENGTH = 80;
  private static final int DOWN_NAMED = 5;

  private final Edition edition;
  private final PhraseBook book;

  ShortText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
  }

  String text() {
    return block(SHORT) + "\n\n" + block(LONG) + "\n";
  }

  private String block(int most) {
    Fitting block = new Fitting(String::length, most, " ", "");
    if (edition.purpose() != Purpose.REAL) {
      block.must(book.name("tape.purpose", edition.purpose()));
    }
    block.must(
        book.say(
            "short.edition",
            PlainWords.cut(edition.town().name(), NAME_LENGTH),
            edition.number(),
            book.say("moment.near", book.date(edition.asOf().toLocalDate()), clock())));
    String address = edition.town().publicAddress().toASCIIString() + "/";
    Optional<String> more = Optional.of(address).filter(a -> a.length() <= ADDRESS_LENGTH);
    int kept = more.map(a -> 1 + book.say("short.more", a).length()).orElse(0);
    Fitting rest = new Fitting(text -> text.length() + kept, most, " ", "");
    rest.must(block.text());
    rest.may(PlainWords.line(edition.headline(), book.language()));
    rest.may(new Reach(edition, book).sentence());
    rest.may(
        edition
            .nextWordDue()
            .map(due -> book.say("short.next", book.deadline(due, Optional.empty()))));
    rest.may(down());
    rest.may(PlainWords.line(edition.lead(), book.language()));
    return rest.text() + more.map(a -> " " + book.say("short.more", a)).orElse("");
  }

  private String clock() {
    return book.time(edition.asOf().toLocalTime());
  }

  private Optional<String> down() {
    List<PublicService> down =
        edition.services().stream().filter(s -> s.state() == ServiceState.UNAVAILABLE).toList();
    return names(down, DOWN_NAMED, book).map(names -> book.say("short.down", names));
  }

  /** The names, if they are few enough that none has to be left out. */
  static Optional<String> names(List<PublicService> services, int most, PhraseBook book) {
    if (services.isEmpty() || services.size() > most) {
      return Optional.empty();
    }
    return Optional.of(
        services.stream()
            .map(service -> PlainWords.line(service.name(), book.language()))
            .collect(Collectors.joining(", ")));
  }
}
