package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.RunningNormally;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Facts that several texts tell in the same sentences. */
record Told(PhraseBook book, Columns out) {
  /** Whether it is real, how old it is, when the next word comes. */
  void stamp(Edition edition) {
    purpose(edition);
    out.line(book.say("text.asof", book.moment(edition.asOf())));
    out.line(book.say("text.confirmed", book.moment(edition.confirmedAt())));
    edition
        .nextWordDue()
        .ifPresent(due -> out.line(book.say("text.next", book.deadline(due, Optional.empty()))));
  }

  void purpose(Edition edition) {
    if (edition.purpose() != Purpose.REAL) {
      out.line(book.name("paper.purpose", edition.purpose()));
    }
  }

  void office(Edition edition, PublicOffice office, int days) {
    String name =
        book.say("text.office", words(office.name()), book.name("office", office.state()));
    String address = PlainWords.sentence(String.join(", ", office.addressLines()));
    String note = office.note().map(n -> " " + sentence(n)).orElse("");
    String until =
        office
            .until()
            .map(u -> " " + PlainWords.sentence(book.say("text.until", words(u))))
            .orElse("");
    out.line(name + (address.isEmpty() ? "" : " " + address) + note + until);
    office.days().stream()
        .filter(day -> !day.date().isBefore(edition.asOf().toLocalDate()))
        .limit(days)
        .forEach(this::day);
  }

  void day(OpenDay day) {
    String hours = book.say("text.pair", book.day(day.date()), book.hours(day));
    out.line(PlainWords.sentence(hours) + day.note().map(n -> " " + sentence(n)).orElse(""));
  }

  void notice(PublicNotice notice) {
    out.line(noticeSentence(notice));
  }

  String noticeSentence(PublicNotice notice) {
    String words = sentence(notice.title()) + " " + sentence(notice.body());
    return book.lastDay(notice).map(day -> words + " " + day + ".").orElse(words);
  }

  void normal(RunningNormally row) {
    out.line(normalSentence(row));
  }

  String normalSentence(RunningNormally row) {
    String what = words(row.what());
    String source = words(row.source());
    return row.confirmedAt()
        .map(at -> book.say("text.normal.confirmed", what, source, book.moment(at)))
        .orElseGet(() -> book.say("text.normal.row", what, source));
  }

  /** The first names. */
  String names(List<PublicService> services, int most) {
    return services.stream()
        .limit(most)
        .map(service -> words(service.name()))
        .collect(Collectors.joining(", "));
  }

  String sentence(Text text) {
    return PlainWords.sentence(words(text));
  }

  String words(Text text) {
    return ServiceText.words(book, text);
  }
}
