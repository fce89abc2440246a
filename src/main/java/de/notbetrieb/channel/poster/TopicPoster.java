package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicService;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * For the counter of one life situation: each of its services with its state and what to do. Its
 * time is that of its services.
 */
public record TopicPoster(Edition edition, PhraseBook book, PublicLifeSituation about, Room room)
    implements Sheet {
  private static final List<Room> ROOMS =
      List.of(
          new Room(24, 3, 300),
          new Room(20, 5, 300),
          new Room(17, 9, 300),
          new Room(15, 9, 200),
          new Room(15, 8, 120),
          new Room(15, 6, 70),
          new Room(15, 4, 50),
          new Room(15, 2, 30));

  /** How large the letters are, and how much is said. */
  public record Room(int points, int services, int letters) {}

  static byte[] pdf(Edition edition, PhraseBook book, PublicLifeSituation about) {
    int services = new TopicPoster(edition, book, about, ROOMS.getLast()).all().size();
    // larger letters only where they leave nothing out
    Stream<Room> rooms =
        ROOMS.stream().filter(room -> room.points() <= 17 || services <= room.services());
    return Paper.onOnePage(
        "thema", rooms.map(room -> new TopicPoster(edition, book, about, room)), TopicPoster::asOf);
  }

  @Override
  public int letters() {
    return room.letters();
  }

  public String name() {
    return cut(words(about.name()), 60);
  }

  private List<PublicService> all() {
    return edition.services().stream()
        .filter(service -> service.lifeSituation().equals(about.slug()))
        .toList();
  }

  public List<PublicService> services() {
    return all().stream().limit(room.services()).toList();
  }

  public boolean hasMore() {
    return all().size() > room.services();
  }

  public String name(PublicService service) {
    return cut(words(service.name()), 80);
  }

  public String how(PublicService service) {
    return sentence(service.instruction(), 240);
  }

  public String reach() {
    return new Reach(edition, book).sentence();
  }

  private OffsetDateTime asOf() {
    return all().stream()
        .map(PublicService::asOf)
        .max(Comparator.naturalOrder())
        .orElse(Paper.NO_TIME);
  }

  public String stamp() {
    return book.say("poster.asof", book.moment(asOf()));
  }

  @Override
  public String qr() {
    return QrPicture.of(address("dienste/#" + about.slug()));
  }
}
