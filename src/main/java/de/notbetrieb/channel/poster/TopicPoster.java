package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicService;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * For the counter of one life situation: each of its services with its state and what to do. Its
 * time is that of its services.
 */
public record TopicPoster(Edition edition, PhraseBook book, PublicLifeSituation about, Room room)
    implements Sheet {
  private static final double WIDTH = 500;
  private static final double HEIGHT = 842;
  private static final double LINES_OF_FRAME = 20;
  private static final int SMALL = 13;
  private static final List<Room> ROOMS =
      List.of(
          new Room(24, 3, 300),
          new Room(20, 5, 300),
          new Room(17, 9, 300),
          new Room(15, 10, 300),
          new Room(13, 12, 300),
          new Room(13, 12, 160),
          new Room(13, 12, 110),
          new Room(13, 9, 80),
          new Room(13, 6, 60),
          new Room(13, 4, 50),
          new Room(13, 2, 30));

  /** How large the letters are, and how much is said. */
  public record Room(int points, int services, int letters) {}

  static byte[] pdf(Edition edition, PhraseBook book, PublicLifeSituation about) {
    return Paper.onOnePage(
        "thema",
        ROOMS.stream()
            .map(room -> new TopicPoster(edition, book, about, room))
            .filter(TopicPoster::mayFit),
        TopicPoster::asOf);
  }

  /** A guess that spares printing what is far too long; larger letters leave nothing out. */
  private boolean mayFit() {
    if (room.equals(ROOMS.getLast())) {
      return true;
    }
    double perLine = WIDTH / (0.55 * room.points());
    double lines =
        services().stream().mapToDouble(s -> Math.ceil(how(s).length() / perLine) + 2.2).sum();
    return (room.points() <= SMALL || !hasMore())
        && (lines + LINES_OF_FRAME) * room.points() * 1.3 < HEIGHT * 1.15;
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
