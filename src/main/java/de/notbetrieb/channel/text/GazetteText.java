package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.ServiceState;
import java.util.List;
import java.util.function.Consumer;

/**
 * For the town's gazette, which lies on kitchen tables for a week: an information with its date,
 * never an official notice, whose form is for the town's statutes.
 */
final class GazetteText {
  private static final int MOST_SERVICES = 40;
  private static final int DAYS = 10;

  private final Edition edition;
  private final PhraseBook book;
  private final Columns out = new Columns();
  private final Told told;

  GazetteText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
    this.told = new Told(book, out);
  }

  String text() {
    String address = edition.town().publicAddress() + "/";
    out.line(book.say("gazette.title", edition.town().name()));
    told.purpose(edition);
    out.line(book.say("gazette.asof", book.moment(edition.asOf()), edition.number()));
    out.line(book.say("gazette.newer", address));
    out.gap();
    out.line(told.sentence(edition.headline()));
    out.line(told.sentence(edition.lead()));
    section("text.reach", edition.contacts(), this::contact);
    section("text.notices", edition.notices(), told::notice);
    section("text.offices", edition.offices(), office -> told.office(edition, office, DAYS));
    services(address);
    section("text.normal", edition.runningNormally(), told::normal);
    out.gap();
    out.line(book.say("gazette.form"));
    return out.text();
  }

  private <T> void section(String title, List<T> things, Consumer<T> tell) {
    if (!things.isEmpty()) {
      out.heading(book.say(title));
      things.forEach(tell);
    }
  }

  private void contact(PublicContact contact) {
    out.line(
        book.say(
            "text.way",
            told.words(contact.label()),
            contact.value(),
            book.name("way", contact.state())));
  }

  /** What is not as always; paper has no room for the rest. */
  private void services(String address) {
    List<PublicService> changed =
        edition.services().stream().filter(s -> s.state() != ServiceState.AVAILABLE).toList();
    section("text.services", changed.stream().limit(MOST_SERVICES).toList(), this::service);
    if (!edition.services().isEmpty()) {
      out.gap();
      out.line(book.say("gazette.more", edition.services().size(), address + "dienste/"));
    }
  }

  private void service(PublicService service) {
    out.line(
        book.say("text.service", told.words(service.name()), book.state(service.state()))
            + " "
            + told.sentence(service.instruction()));
  }
}
