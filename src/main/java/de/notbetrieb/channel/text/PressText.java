package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicTown.Imprint;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInState;
import java.util.List;
import java.util.Optional;

/** For newspapers and radio: what is news first, who says it, where more is, and what is not known. */
final class PressText {
  private static final int MOST_NAMED = 12;
  private static final int MOST_UPDATES = 3;
  private static final int DAYS = 3;

  private final Edition edition;
  private final PhraseBook book;
  private final Columns out = new Columns();
  private final Told told;

  PressText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
    this.told = new Told(book, out);
  }

  String text() {
    String town = edition.town().name();
    out.line(book.say("press.title"));
    out.line(book.say("press.from", town, edition.number(), book.moment(edition.asOf())));
    told.purpose(edition);
    out.gap();
    out.line(told.sentence(edition.headline()));
    out.gap();
    out.line(book.say("press.says", town));
    out.line(told.sentence(edition.lead()));
    works();
    reach();
    open();
    notices();
    normal();
    updates();
    end();
    return out.text();
  }

  private void works() {
    if (edition.services().isEmpty()) {
      return;
    }
    out.heading(book.say("press.works"));
    for (ServiceState state : ServiceState.values()) {
      List<PublicService> those =
          edition.services().stream().filter(s -> s.state() == state).toList();
      if (!those.isEmpty()) {
        int all = edition.services().size();
        String name = PlainWords.capital(book.state(state));
        out.line(
            isNamed(state)
                ? book.say("press.count.named", name, those.size(), all, names(those))
                : book.say("press.count", name, those.size(), all));
      }
    }
  }

  /** What works is more than a newspaper prints. */
  private static boolean isNamed(ServiceState state) {
    return state != ServiceState.AVAILABLE && state != ServiceState.LIMITED;
  }

  private String names(List<PublicService> services) {
    String names = told.names(services, MOST_NAMED);
    int more = services.size() - MOST_NAMED;
    return more > 0 ? book.say("press.more", names, more) : names;
  }

  private void reach() {
    out.heading(book.say("press.reach"));
    out.line(new Reach(edition, book).sentence());
    edition.contacts().stream()
        .filter(contact -> contact.main() && contact.state() != WayInState.UP)
        .forEach(
            contact ->
                out.line(
                    book.say(
                        "text.way",
                        told.words(contact.label()),
                        contact.value(),
                        book.name("way", contact.state()))));
  }

  private void open() {
    List<PublicOffice> offices = edition.offices();
    if (!offices.isEmpty()) {
      out.heading(book.say("press.open"));
      offices.forEach(office -> told.office(edition, office, DAYS));
    }
  }

  private void notices() {
    List<PublicNotice> notices = edition.notices();
    if (!notices.isEmpty()) {
      out.heading(book.say("press.notices"));
      notices.forEach(told::notice);
    }
  }

  private void normal() {
    if (!edition.runningNormally().isEmpty()) {
      out.heading(book.say("press.normal"));
      edition.runningNormally().forEach(told::normal);
    }
  }

  private void updates() {
    if (edition.updates().isEmpty()) {
      return;
    }
    out.heading(book.say("press.updates"));
    for (PublicUpdate update : edition.updates().stream().limit(MOST_UPDATES).toList()) {
      out.line(book.say("text.pair", book.moment(update.at()), told.sentence(update.title())));
      update.body().forEach(part -> out.line(told.sentence(part)));
      out.gap();
    }
  }

  private void end() {
    out.gap();
    out.line(
        edition
            .nextWordDue()
            .map(due -> book.say("press.next", book.deadline(due, Optional.empty())))
            .orElseGet(() -> book.say("press.next.none")));
    out.line(book.say("press.unknown"));
    out.gap();
    Imprint imprint = edition.town().imprint();
    out.line(
        imprint
            .representative()
            .map(who -> book.say("press.represented", imprint.responsible(), who))
            .orElseGet(() -> book.say("press.responsible", imprint.responsible())));
    String address = edition.town().publicAddress() + "/";
    out.line(book.say("press.links", address));
    out.line(book.say("press.image", address + "bild.png"));
    out.line(book.say("press.genuine", address + "echtheit/"));
  }
}
