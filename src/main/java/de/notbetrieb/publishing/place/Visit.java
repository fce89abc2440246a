package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.town.PreparedPlace;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visit to one place: what is brought, what is seen, and that it is written down. */
final class Visit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
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

  /**
   * What a look came to.
   *
   * @param right the live edition stands there
   * @param mendable it does not, and the program may put it there without asking
   */
  record Seen(boolean right, boolean mendable) {}

  Visit(Logbook book, Feeds feeds, Clock clock, RandomGenerator random) {
    this.book = book;
    this.feeds = feeds;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Brings the live edition.
   *
   * @param live its number; empty: nothing is to be public, and posts are taken back
   * @return why it is not there now; empty: it is
   */
  Optional<NotFed> feed(
      Slug town, Stored<Place> stored, Courier.Errand errand, Optional<Integer> live) {
    String id = stored.id();
    Reading reading = book.read(town);
    Feeding before = reading.find(Feeding.KIND, id).map(Stored::value).orElse(Feeding.NEVER);
    Optional<Editions.Sealed> sealed =
        book.sealed(town).filter(one -> live.equals(Optional.of(one.edition().number())));
    if (sealed.isEmpty() && live.isPresent()) {
      // it is just getting its place in the store
      return Optional.of(new NotFed(Finding.What.BROKE_OFF));
    }
    boolean anew = errand.all() || isTampered(reading, id);
    try {
      if (stored.value().isPosted()) {
        List<Finding> deleted = post(town, stored, sealed, errand.all());
        book.recordAnew(town, id, new Feeding(live, Optional.empty(), deleted));
        return Optional.empty();
      }
      feeds.bring(
          stored.value().upload().orElseThrow(),
          book.secret(town, id),
          cargo(town, sealed.orElseThrow()),
          anew);
      List<Finding> mended = errand.mend() ? found(reading, id) : List.of();
      Feeding done = new Feeding(live, Optional.empty(), mended);
      if (anew || errand.mend()) {
        book.recordAnew(town, id, done);
      } else {
        book.record(town, id, done);
      }
      return Optional.empty();
    } catch (NotFed e) {
      book.record(town, id, before.failed(e.why()));
      return Optional.of(e);
    }
  }

  /** Posts, and gives what was deleted before. */
  private List<Finding> post(
      Slug town, Stored<Place> stored, Optional<Editions.Sealed> sealed, boolean again)
      throws NotFed {
    String id = stored.id();
    Posted posted = book.read(town).find(Posted.KIND, id).map(Stored::value).orElse(Posted.NOTHING);
    String token = book.secret(town, id).orElseThrow(() -> new NotFed(Finding.What.NO_SECRET));
    Upload upload = stored.value().upload().orElseThrow();
    Optional<Integer> number = sealed.map(one -> one.edition().number());
    try (Mastodon mastodon = new Mastodon(upload.location(), token, clock)) {
      MastodonFeed feed =
          new MastodonFeed(
              mastodon,
              upload.languages(),
              posted,
              old -> Releasing.of(book.read(town)).isWithdrawn(old),
              now -> book.record(town, id, now),
              () -> book.live(book.read(town)).equals(number));
      List<Finding> deleted =
          feed.takeBack().stream()
              .map(old -> Finding.of(Finding.What.POST_DELETED, String.valueOf(old)))
              .toList();
      if (sealed.isPresent()) {
        feed.post(sealed.get().edition(), town + "/" + id, again);
      }
      return deleted;
    } catch (IOException e) {
      LOG.info("posting broke off: {}", e.getMessage());
      throw new NotFed(e, Finding.What.BROKE_OFF);
    }
  }

  /** What was seen there last, to be told when it is gone. */
  private static List<Finding> found(Reading reading, String id) {
    Optional<Sighting> seen = reading.find(Sighting.KIND, id).map(Stored::value);
    return seen.map(Visit::found).orElse(List.of());
  }

  private static List<Finding> found(Sighting seen) {
    return seen.findings().isEmpty() && seen.edition().isPresent()
        ? List.of(Finding.of(Finding.What.OTHER_EDITION, String.valueOf(seen.edition().get())))
        : seen.findings();
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
        () -> Releasing.of(book.read(town)),
        clock);
  }

  /**
   * Looks from outside.
   *
   * @param everyFile compares all of them, not some
   */
  Seen look(Slug town, Stored<Place> stored, boolean everyFile) {
    Place place = stored.value();
    Optional<Editions.Sealed> sealed = book.sealed(town);
    if (sealed.isEmpty() && !place.isPosted()) {
      return new Seen(false, false);
    }
    Optional<Integer> live = sealed.map(one -> one.edition().number());
    OffsetDateTime now = Moment.now(clock).toOffset();
    Sighting sighting =
        place.isPosted()
            ? posts(town, stored, live, now)
            : place.sort().holdsBlock()
                ? block(town, place, sealed.orElseThrow(), now)
                : edition(town, place, sealed.orElseThrow(), now, everyFile);
    Optional<Sighting> before = book.read(town).find(Sighting.KIND, stored.id()).map(Stored::value);
    if (sighting.verdict() == Sighting.Verdict.UNREACHABLE) {
      sighting = sighting.at(before.flatMap(Sighting::edition));
    }
    book.record(town, stored.id(), sighting, Moment.now(clock).toOffset(), REFRESH);
    boolean right =
        live.isEmpty()
            ? sighting.verdict() == Sighting.Verdict.NOTHING
            : sighting.verdict() == Sighting.Verdict.GENUINE && sighting.edition().equals(live);
    return new Seen(right, place.isFed() && !place.isPosted() && isMendable(sighting));
  }

  /** Silence is no reason to upload; and what people may have done on purpose is left to them. */
  private static boolean isMendable(Sighting sighting) {
    return sighting.verdict() != Sighting.Verdict.UNREACHABLE
        && found(sighting).stream().allMatch(finding -> finding.what().isMendable());
  }

  private Sighting posts(
      Slug town, Stored<Place> stored, Optional<Integer> live, OffsetDateTime now) {
    Reading reading = book.read(town);
    Upload upload = stored.value().upload().orElseThrow();
    Posted posted =
        reading.find(Posted.KIND, stored.id()).map(Stored::value).orElse(Posted.NOTHING);
    return new PostsLook(fetch, upload.location(), book.secret(town, stored.id()), clock)
        .at(posted, live, Releasing.of(reading), now);
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
    boolean isUpload = place.sort() == PreparedPlace.Sort.UPLOAD;
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
