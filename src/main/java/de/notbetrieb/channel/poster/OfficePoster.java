package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * For the door of one office: whether it is open, when in the next days, what goes on there. It
 * names the day from which it holds, not the edition, so that it stays as it is while nothing about
 * the office changes that day.
 */
public record OfficePoster(Edition edition, PhraseBook book, PublicOffice office, Room room)
    implements Sheet {
  private static final List<Room> ROOMS =
      List.of(
          new Room(20, 7, 6, 300),
          new Room(17, 7, 6, 300),
          new Room(15, 7, 8, 200),
          new Room(15, 5, 3, 140),
          new Room(15, 5, 0, 90),
          new Room(15, 3, 0, 50),
          new Room(15, 2, 0, 30));

  /** How large the letters are, and how much is said. */
  public record Room(int points, int days, int services, int letters) {}

  static byte[] pdf(Edition edition, PhraseBook book, PublicOffice office) {
    return Paper.onOnePage(
        "buero",
        ROOMS.stream().map(room -> new OfficePoster(edition, book, office, room)),
        OfficePoster::from);
  }

  @Override
  public int letters() {
    return room.letters();
  }

  /** The morning of the first day that it speaks of. */
  private OffsetDateTime from() {
    ZoneId zone = edition.town().zone();
    return office.days().stream()
        .findFirst()
        .map(day -> day.date().atStartOfDay(zone).toOffsetDateTime())
        .orElse(Paper.NO_TIME);
  }

  public String name() {
    return cut(words(office.name()), 60);
  }

  public String address() {
    return cut(String.join(", ", office.addressLines()), 120);
  }

  public boolean isClosed() {
    return office.state() == OfficeState.CLOSED;
  }

  public Optional<String> note() {
    return office.note().map(note -> sentence(note, 200));
  }

  public Optional<String> until() {
    return office.until().map(until -> sentence(until, 160));
  }

  public Optional<String> access() {
    return office.access().map(access -> sentence(access, 160));
  }

  public List<OpenDay> days() {
    return office.days().stream().limit(room.days()).toList();
  }

  public String day(OpenDay day) {
    return book.day(day.date());
  }

  public String hours(OpenDay day) {
    return cut(book.hours(day), 90);
  }

  public Optional<String> note(OpenDay day) {
    return day.note().map(note -> cut(words(note), 80));
  }

  public List<String> regular() {
    return office.regularHours().stream()
        .limit(4)
        .map((Text line) -> cut(words(line), 90))
        .toList();
  }

  /** How to reach the town otherwise. */
  public String reach() {
    return new Reach(edition, book).sentence();
  }

  public List<PublicService> services() {
    return edition.services().stream()
        .filter(service -> service.offices().contains(office.slug()))
        .limit(room.services())
        .toList();
  }

  public String name(PublicService service) {
    return cut(words(service.name()), 70);
  }
}
