package de.notbetrieb.channel.text;

import static de.notbetrieb.channel.PlainWords.sentence;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For people who answer calls for help: which numbers work, which do not, who is open. Always in
 * this order, with a line also where there is nothing, so that nobody has to look twice.
 */
final class ControlRoomText {
  private static final int DAYS = 3;
  private static final int MOST_NAMED = 25;
  private static final Pattern EMERGENCY = Pattern.compile("\\b11[02]\\b|(?i:notruf)");

  private final Edition edition;
  private final PhraseBook book;
  private final Columns out = new Columns();
  private final Told told;

  ControlRoomText(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
    this.told = new Told(book, out);
  }

  String text() {
    out.line(book.say("control.title", edition.town().name(), edition.number()));
    told.stamp(edition);
    out.line(book.say("control.source"));
    out.heading(book.say("control.situation"));
    out.line(told.sentence(edition.headline()));
    out.line(told.sentence(edition.lead()));
    out.heading(book.say("control.emergency"));
    emergency();
    numbers();
    section("control.offices", edition.offices(), office -> told.office(edition, office, DAYS));
    out.heading(book.say("control.services"));
    services();
    section("control.notices", edition.notices(), told::notice);
    section("control.normal", edition.runningNormally(), told::normal);
    out.gap();
    out.line(book.say("control.end", edition.town().publicAddress() + "/"));
    return out.text();
  }

  private <T> void section(String title, List<T> things, Consumer<T> tell) {
    out.heading(book.say(title));
    if (things.isEmpty()) {
      out.line(book.say("control.none"));
    }
    things.forEach(tell);
  }

  /** Whatever the edition says of it, in its own words. */
  private void emergency() {
    List<String> said =
        Stream.of(
                Stream.of(told.sentence(edition.headline()), told.sentence(edition.lead())),
                edition.runningNormally().stream().map(told::normalSentence),
                edition.notices().stream().map(told::noticeSentence))
            .flatMap(sentences -> sentences)
            .filter(words -> EMERGENCY.matcher(words).find())
            .toList();
    said.forEach(out::line);
    if (said.isEmpty()) {
      out.line(book.say("control.emergency.none"));
    }
  }

  private void numbers() {
    section("control.up", contacts(c -> isPhone(c) && isUp(c)), this::number);
    section("control.down", contacts(c -> isPhone(c) && !isUp(c)), this::numberAndState);
    section("control.other", contacts(c -> !isPhone(c)), this::numberAndState);
  }

  private List<PublicContact> contacts(Predicate<PublicContact> which) {
    return edition.contacts().stream()
        .filter(which)
        .sorted(Comparator.comparing(PublicContact::state))
        .toList();
  }

  private static boolean isPhone(PublicContact contact) {
    return contact.kind() == WayInKind.PHONE;
  }

  private static boolean isUp(PublicContact contact) {
    return contact.state() == WayInState.UP;
  }

  private void number(PublicContact contact) {
    out.line(
        book.say("control.number", told.words(contact.label()), contact.value()) + notes(contact));
  }

  private void numberAndState(PublicContact contact) {
    out.line(
        book.say(
                "control.number.state",
                told.words(contact.label()),
                contact.value(),
                PlainWords.capital(book.name("way", contact.state())))
            + notes(contact));
  }

  private String notes(PublicContact contact) {
    return Stream.of(contact.note(), contact.capacity())
        .flatMap(Optional::stream)
        .map(note -> " " + told.sentence(note))
        .collect(Collectors.joining());
  }

  private void services() {
    boolean none = true;
    for (ServiceState state :
        List.of(ServiceState.UNAVAILABLE, ServiceState.UNKNOWN, ServiceState.ELSEWHERE)) {
      List<PublicService> those = in(state);
      if (!those.isEmpty()) {
        none = false;
        String names = told.names(those, MOST_NAMED);
        String name = PlainWords.capital(book.state(state));
        int more = those.size() - MOST_NAMED;
        out.line(
            more > 0
                ? book.say("control.more", name, names, more)
                : book.say("control.state", name, names));
      }
    }
    if (none) {
      out.line(book.say("control.none"));
    }
    if (!in(ServiceState.LIMITED).isEmpty()) {
      out.line(sentence(book.say("control.limited", in(ServiceState.LIMITED).size())));
    }
  }

  private List<PublicService> in(ServiceState state) {
    return edition.services().stream().filter(s -> s.state() == state).toList();
  }
}
