package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One visit to one place: what is brought, what is seen, and that it is written down. */
final class Visit implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** That it is still so need not be written down more often. */
  private static final Duration REFRESH = Duration.ofHours(1);

  /** A look in passing compares so many files besides the first page; they change from look to look. */
  private static final int SAMPLE = 20;

  private final Logbook book;
  private final Feeds feeds;
  private final Clock clock;
  private final RandomGenerator random;
  private final Fetch fetch = new Fetch(PATIENCE);

  Visit(Logbook book, Feeds feeds, Clock clock, RandomGenerator random) {
    this.book = book;
    this.feeds = feeds;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Brings the live edition.
   *
   * @param all every file anew
   * @return whether it is there now
   */
  boolean feed(Slug town, Stored<Place> stored, boolean all, int live) {
    String id = stored.id();
    Reading reading = book.read(town);
    Feeding before = reading.find(Feeding.KIND, id).map(Stored::value).orElse(Feeding.NEVER);
    Optional<Editions.Sealed> sealed =
        book.sealed(town).filter(one -> one.edition().number() == live);
    if (sealed.isEmpty()) {
      return false; // it is just getting its place in the store
    }
    boolean anew = all || isTampered(reading, id);
    try {
      feeds.bring(
          stored.value().upload().orElseThrow(),
          book.secret(town, id),
          cargo(town, sealed.get()),
          anew);
      Feeding done = new Feeding(Optional.of(live), Optional.empty());
      if (anew) {
        book.recordAnew(town, id, done);
      } else {
        book.record(town, id, done);
      }
      return true;
    } catch (NotFed e) {
      book.record(town, id, before.failed(e.why()));
      return false;
    }
  }

  /** Somebody changed what lies there: nothing of it is used again. */
  private static boolean isTampered(Reading reading, String id) {
    return reading
        .find(Sighting.KIND, id)
        .filter(one -> one.value().verdict() == Sighting.Verdict.CONTRADICTS)
        .isPresent();
  }

  private Cargo cargo(Slug town, Editions.Sealed sealed) {
    int number = sealed.edition().number();
    return new Cargo(
        sealed,
        () -> book.live(book.read(town)).equals(Optional.of(number)),
        old -> Releasing.of(book.read(town)).isWithdrawn(old),
        clock);
  }

  /**
   * Looks from outside.
   *
   * @param everyFile compares all of them, not some
   * @return whether the live edition stands there
   */
  boolean look(Slug town, Stored<Place> stored, boolean everyFile) {
    Place place = stored.value();
    Optional<Editions.Sealed> sealed = book.sealed(town);
    if (sealed.isEmpty()) {
      return false;
    }
    OffsetDateTime now = Moment.now(clock).toOffset();
    Sighting sighting =
        place.sort().holdsBlock()
            ? block(town, place, sealed.get(), now)
            : edition(town, place, sealed.get(), now, everyFile);
    Optional<Sighting> before = book.read(town).find(Sighting.KIND, stored.id()).map(Stored::value);
    if (sighting.verdict() == Sighting.Verdict.UNREACHABLE) {
      sighting = sighting.at(before.flatMap(Sighting::edition));
    }
    book.record(town, stored.id(), sighting, Moment.now(clock).toOffset(), REFRESH);
    return sighting.verdict() == Sighting.Verdict.GENUINE
        && sighting.edition().equals(Optional.of(sealed.get().edition().number()));
  }

  private Sighting block(Slug town, Place place, Editions.Sealed live, OffsetDateTime now) {
    return switch (fetch.get(place.address().orElseThrow())) {
      case Fetch.Answer.Got(byte[] page) ->
          PastedBlock.of(live.edition(), book.store(town)).on(page, now);
      case Fetch.Answer.Not(Finding why) ->
          new Sighting(
              why.what() == Finding.What.NOT_FOUND
                  ? Sighting.Verdict.NOTHING
                  : Sighting.Verdict.UNREACHABLE,
              Optional.empty(),
              List.of(why),
              0,
              now);
    };
  }

  private Sighting edition(
      Slug town, Place place, Editions.Sealed sealed, OffsetDateTime now, boolean everyFile) {
    URI address = place.address().orElseThrow();
    ReadBack look = new ReadBack(fetch, town, sealed.key(), Releasing.of(book.read(town)), now);
    boolean isUpload = place.sort() == Place.Sort.UPLOAD;
    ReadBack.Choice choice = paths -> chosen(paths, everyFile, isUpload);
    Optional<Upload.Way> way = place.upload().map(Upload::way).filter(_ -> isUpload);
    if (way.equals(Optional.of(Upload.Way.S3))) {
      return look.bucket(address, sealed.edition().head().townName(), choice);
    }
    if (way.equals(Optional.of(Upload.Way.ZIP))) {
      return zip(town, look, address, sealed);
    }
    return look.folder(address, choice);
  }

  /** An edge answers for the page, not for its compressed neighbours. */
  private List<String> chosen(List<String> paths, boolean everyFile, boolean isUpload) {
    List<String> some =
        new ArrayList<>(
            paths.stream()
                .filter(path -> isUpload || !path.endsWith(".gz") && !path.endsWith(".br"))
                .toList());
    if (everyFile || some.size() <= SAMPLE) {
      return some;
    }
    for (int i = 0; i < SAMPLE; i++) {
      Collections.swap(some, i, random.nextInt(i, some.size()));
    }
    return some.subList(0, SAMPLE);
  }

  private Sighting zip(Slug town, ReadBack look, URI address, Editions.Sealed sealed) {
    try {
      return look.file(address, Sha256.of(cargo(town, sealed).zip()), sealed.edition().number());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fetch.close();
  }
}
