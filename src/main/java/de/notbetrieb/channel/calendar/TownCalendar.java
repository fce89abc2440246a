package de.notbetrieb.channel.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which an office is not open as on the same day of the week before or after, the last days of deadlines that notices name, the days
 * from which a service works again if the town has decided them, and the time of the next word. A
 * range of days is no appointment: people would come on its first day. An appointment keeps its id over all editions, so that a calendar that
 * follows the file moves it instead of adding another.
 */
final class TownCalendar {
  private final Edition edition;
  private final PhraseBook book;
  private final String host;

  TownCalendar(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
    this.host =
        Optional.ofNullable(edition.town().publicAddress().getHost())
            .orElse(edition.town().slug().value());
  }

  String text() {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(
        "-//Notbetrieb//" + book.language().code().toUpperCase(java.util.Locale.ROOT));
    String name = book.say("calendar.name", PlainWords.line(edition.town().name()));
    calendar.setName(purposed(name));
    calendar.setExperimentalProperty("X-WR-CALNAME", purposed(name));
    edition.nextWordDue().map(this::nextWord).ifPresent(calendar::addEvent);
    edition.offices().stream().flatMap(this::specialDays).forEach(calendar::addEvent);
    edition.notices().stream().flatMap(this::lastDay).forEach(calendar::addEvent);
    edition.services().stream().flatMap(this::decidedDay).forEach(calendar::addEvent);
    return calendar.write();
  }

  private VEvent nextWord(OffsetDateTime due) {
    VEvent event = event("naechste-nachricht");
    Date at = Date.from(due.toInstant());
    event.setDateStart(new DateStart(at, true));
    event.setSummary(purposed(book.say("calendar.next", PlainWords.line(edition.town().name()))));
    event.setDescription(book.say("calendar.next.text", address("")));
    event.setUrl(address(""));
    return event;
  }

  private Stream<VEvent> specialDays(PublicOffice office) {
    return office.days().stream()
        .filter(day -> isSpecial(office.days(), day))
        .map(day -> specialDay(office, day));
  }

  private static boolean isSpecial(List<OpenDay> days, OpenDay day) {
    return day.note().isPresent()
        || Stream.of(day.date().minusWeeks(1), day.date().plusWeeks(1))
            .flatMap(date -> days.stream().filter(other -> other.date().equals(date)))
            .anyMatch(other -> differs(day, other));
  }

  /** Of an open day and a closed one the closed one is special, since it would be a way for nothing. */
  private static boolean differs(OpenDay day, OpenDay other) {
    return !day.open().equals(other.open())
        && other.note().isEmpty()
        && (day.open().isEmpty() || !other.open().isEmpty());
  }

  private VEvent specialDay(PublicOffice office, OpenDay day) {
    VEvent event = allDay(office.slug() + "-" + day.date(), day.date());
    event.setSummary(purposed(book.say("calendar.office", words(office.name()), book.hours(day))));
    event.setDescription(
        day.note().map(note -> PlainWords.sentence(words(note)) + " ").orElse("")
            + book.say("calendar.now", address("orte/")));
    String place =
        office.addressLines().stream().map(PlainWords::line).collect(Collectors.joining(", "));
    if (!place.isEmpty()) {
      event.setLocation(place);
    }
    event.setUrl(address("orte/"));
    return event;
  }

  private Stream<VEvent> lastDay(PublicNotice notice) {
    return notice.lastDay().stream()
        .filter(day -> !day.isBefore(edition.asOf().toLocalDate()))
        .map(day -> lastDay(notice, day));
  }

  private VEvent lastDay(PublicNotice notice, LocalDate day) {
    VEvent event = allDay("hinweis-" + notice.slug(), day);
    event.setSummary(purposed(book.say("notice.lastday", words(notice.title()))));
    event.setDescription(
        PlainWords.sentence(words(notice.body())) + " " + book.say("calendar.now", address("")));
    event.setUrl(address(""));
    return event;
  }

  private Stream<VEvent> decidedDay(PublicService service) {
    return PublicService.Expected.present(service.expectations()).stream()
        .filter(said -> said.latest().isPresent() && said.latest().equals(said.earliest()))
        .filter(said -> !said.latest().orElseThrow().isBefore(edition.asOf().toLocalDate()))
        .flatMap(said -> said.decided().stream().map(by -> decidedDay(service, said, by)));
  }

  private VEvent decidedDay(PublicService service, PublicService.Expected said, Text decidedBy) {
    LocalDate day = said.latest().orElseThrow();
    String page = address("dienste/" + service.slug() + "/");
    VEvent event = allDay("dienst-" + service.slug(), day);
    event.setSummary(
        purposed(book.say("calendar.service", words(service.name()), words(said.range()))));
    event.setDescription(
        book.say("calendar.decided", words(decidedBy)) + " " + book.say("calendar.now", page));
    event.setUrl(page);
    return event;
  }

  private VEvent allDay(String id, LocalDate day) {
    VEvent event = event(id);
    event.setDateStart(new DateStart(date(day), false));
    event.setDateEnd(new DateEnd(date(day.plusDays(1)), false));
    return event;
  }

  private VEvent event(String id) {
    VEvent event = new VEvent();
    event.setUid(id + "@" + host);
    event.setDateTimeStamp(Date.from(edition.asOf().toInstant()));
    event.setSequence(edition.number());
    event.setTransparency(true);
    return event;
  }

  private String purposed(String words) {
    return edition.purpose() == Purpose.REAL
        ? words
        : book.say(
            "calendar.name.purpose", book.name("calendar.purpose", edition.purpose()), words);
  }

  /** The day itself, wherever the program runs. */
  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  private String address(String page) {
    String folder = book.language().folder();
    return edition.town().publicAddress().toASCIIString() + "/" + folder + page;
  }

  private String words(Text text) {
    return PlainWords.line(text, book.language());
  }
}
