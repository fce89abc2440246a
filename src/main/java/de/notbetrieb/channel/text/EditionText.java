package de.notbetrieb.channel.text;

import static de.notbetrieb.channel.PlainWords.sentence;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The whole edition in plain sentences, in the order in which people ask. */
final class EditionText {
  private static final int DAYS = 7;

  private final Edition edition;
  private final PhraseBook book;
  private final Columns out = new Columns();
  private final Told told;

  EditionText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
    this.told = new Told(book, out);
  }

  String text() {
    head();
    section("text.reach", edition.contacts(), this::contact);
    section("text.notices", edition.notices(), told::notice);
    section("text.normal", edition.runningNormally(), told::normal);
    services();
    section("text.offices", edition.offices(), this::office);
    section(
        "text.updates",
        edition.updates(),
        u -> tell(book.say("text.pair", book.moment(u.at()), words(u.title())), u.body()));
    section("text.answers", edition.answers(), a -> tell(words(a.question()), a.body()));
    section(
        "text.genuine",
        edition.town().genuine(),
        g -> pair(book.name("genuine", g.kind()), g.value()));
    out.gap();
    out.line(book.say("text.check"));
    return out.text();
  }

  private void head() {
    out.line(book.say("text.edition", edition.town().name(), edition.number()));
    told.stamp(edition);
    out.line(book.say("text.address", edition.town().publicAddress() + "/"));
    out.gap();
    out.line(sentence(words(edition.headline())));
    out.line(sentence(words(edition.lead())));
  }

  private <T> void section(String title, List<T> things, java.util.function.Consumer<T> tell) {
    if (things.isEmpty()) {
      return;
    }
    out.heading(book.say(title));
    things.forEach(tell);
  }

  private void contact(PublicContact contact) {
    out.line(
        book.say(
            "text.way",
            words(contact.label()),
            contact.value(),
            book.name("way", contact.state())));
    contact.note().ifPresent(this::line);
    contact.capacity().ifPresent(this::line);
    if (!contact.topics().isEmpty()) {
      out.line(book.say("text.topics", list(contact.topics())));
    }
  }

  private void services() {
    if (edition.services().isEmpty()) {
      return;
    }
    out.heading(book.say("text.services"));
    Set<Slug> known = new HashSet<>();
    for (PublicLifeSituation about : edition.lifeSituations()) {
      known.add(about.slug());
      group(
          book.say("text.group", words(about.name())), s -> s.lifeSituation().equals(about.slug()));
    }
    group(book.say("text.group.other"), s -> !known.contains(s.lifeSituation()));
  }

  private void group(String title, Predicate<PublicService> belongs) {
    List<PublicService> services = edition.services().stream().filter(belongs).toList();
    if (!services.isEmpty()) {
      out.heading(title);
      services.forEach(s -> new ServiceText(book, out, s).write());
    }
  }

  private void office(PublicOffice office) {
    out.line(book.say("text.office", words(office.name()), book.name("office", office.state())));
    if (!office.addressLines().isEmpty()) {
      out.line(sentence(String.join(", ", office.addressLines())));
    }
    office.note().ifPresent(this::line);
    office.until().ifPresent(until -> out.line(sentence(book.say("text.until", words(until)))));
    office.access().ifPresent(this::line);
    office.regularHours().forEach(this::line);
    office.days().stream().limit(DAYS).forEach(told::day);
    out.gap();
  }

  private void tell(String title, List<Text> body) {
    out.line(sentence(title));
    body.forEach(this::line);
    out.gap();
  }

  private void pair(String name, String value) {
    out.line(sentence(book.say("text.pair", name, value)));
  }

  private void line(Text text) {
    out.line(sentence(words(text)));
  }

  private String list(List<Text> texts) {
    return ServiceText.list(book, texts);
  }

  private String words(Text text) {
    return ServiceText.words(book, text);
  }
}
