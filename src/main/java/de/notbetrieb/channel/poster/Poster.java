package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The page on the door. It fits on one sheet: of many services the first are named, fewer and fewer
 * until there is room, and the sheet says where the others are.
 */
public record Poster(Edition edition, PhraseBook book, Format format, Room room) implements Sheet {
  /**
   * How much is said.
   *
   * @param letters the longest text
   */
  record Room(int services, int offices, int days, int letters) {}

  private static final List<Room> ROOMS =
      List.of(
          new Room(8, 2, 5, 400),
          new Room(6, 2, 5, 300),
          new Room(5, 2, 5, 250),
          new Room(4, 2, 4, 200),
          new Room(3, 2, 3, 160),
          new Room(3, 2, 3, 130),
          new Room(3, 2, 2, 110),
          new Room(2, 1, 2, 110),
          new Room(1, 1, 2, 70),
          new Room(0, 1, 1, 40));

  /** The sheet: A3 says the same in larger letters. */
  enum Format {
    A4,
    A3
  }

  /** A service in a list. */
  public record Row(ServiceState state, String words) {}

  /** One day's row: the day, and the hours of each office. */
  public record Day(String name, List<String> hours) {}

  static byte[] pdf(Edition edition, PhraseBook book, Format format) {
    return Paper.onOnePage(
        "plakat",
        ROOMS.stream().map(room -> new Poster(edition, book, format, room)),
        poster -> poster.edition().asOf());
  }

  @Override
  public int letters() {
    return room.letters();
  }

  public boolean isLarge() {
    return format == Format.A3;
  }

  public String headline() {
    return cut(words(edition.headline()), 160);
  }

  public String lead() {
    return sentence(edition.lead(), room.letters());
  }

  public String reach() {
    return new Reach(edition, book).sentence();
  }

  /** Offices with days to show, the main ones first. */
  public List<PublicOffice> open() {
    return offices(office -> office.state() != OfficeState.CLOSED && !office.days().isEmpty());
  }

  public Optional<String> closed() {
    String names =
        offices(office -> office.state() == OfficeState.CLOSED).stream()
            .map(this::name)
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(n -> !n.isEmpty()).map(n -> book.say("poster.closed", n));
  }

  private List<PublicOffice> offices(Predicate<PublicOffice> which) {
    return edition.offices().stream()
        .filter(which)
        .sorted(Comparator.comparing(office -> !office.main()))
        .limit(room.offices())
        .toList();
  }

  public String name(PublicOffice office) {
    return cut(words(office.name()), 50);
  }

  public List<Day> days() {
    LocalDate from = edition.asOf().toLocalDate();
    return from.datesUntil(from.plusDays(room.days()))
        .map(date -> new Day(book.day(date), open().stream().map(o -> hours(o, date)).toList()))
        .toList();
  }

  private String hours(PublicOffice office, LocalDate date) {
    return office.days().stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .map(this::hours)
        .orElseGet(() -> book.say("hours.unknown"));
  }

  private String hours(OpenDay day) {
    return cut(book.hours(day), 90);
  }

  public List<Row> works() {
    return rows(this::isGood);
  }

  public List<Row> fails() {
    return rows(service -> !isGood(service));
  }

  public boolean moreWork() {
    return count(this::isGood) > room.services();
  }

  public boolean moreFail() {
    return count(service -> !isGood(service)) > room.services();
  }

  private long count(Predicate<PublicService> which) {
    return edition.services().stream().filter(which).count();
  }

  private List<Row> rows(Predicate<PublicService> which) {
    Set<Slug> often =
        edition.lifeSituations().stream()
            .filter(PublicLifeSituation::often)
            .map(PublicLifeSituation::slug)
            .collect(Collectors.toSet());
    return edition.services().stream()
        .filter(which)
        .sorted(Comparator.comparing(service -> !often.contains(service.lifeSituation())))
        .limit(room.services())
        .map(this::row)
        .toList();
  }

  private Row row(PublicService service) {
    String name = cut(words(service.name()), 70);
    return switch (service.state()) {
      case AVAILABLE, UNAVAILABLE -> new Row(service.state(), name);
      case LIMITED, ELSEWHERE, UNKNOWN ->
          new Row(service.state(), book.say("poster.row", name, book.state(service.state())));
    };
  }

  public String more() {
    return book.say("poster.more", host());
  }

  public List<OfferedLanguage> languages() {
    return OfferedLanguage.of(edition);
  }

  public String stamp() {
    return book.say(
        "poster.stamp",
        edition.number(),
        book.moment(edition.asOf()),
        book.moment(edition.confirmedAt()));
  }

  public String next() {
    return due()
        .map(due -> book.say("poster.next", due))
        .orElseGet(() -> book.say("poster.next.none"));
  }

  /** What people compare: on paper it cannot be changed from outside. */
  public Optional<String> genuine() {
    return edition.town().key().map(key -> book.say("poster.genuine", host(), Fingerprint.of(key)));
  }

  /** When the next word is due; the sheet keeps it on one line. */
  public Optional<String> due() {
    return edition.nextWordDue().map(due -> book.deadline(due, Optional.empty()));
  }
}
