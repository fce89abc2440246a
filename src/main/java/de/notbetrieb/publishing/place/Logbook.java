package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the courier must know to go to a place, and what it writes down when it comes back. */
final class Logbook {
  private final Journal journal;
  private final Editions editions;
  private final Secrets secrets;
  private final Wishes wishes;
  private final Path towns;
  private final Map<String, PlaceStatus.Looked> looked = new ConcurrentHashMap<>();

  Logbook(Journal journal, Editions editions, Secrets secrets, Wishes wishes, Path towns) {
    this.journal = journal;
    this.editions = editions;
    this.secrets = secrets;
    this.wishes = wishes;
    this.towns = towns;
  }

  /** The last look, if there was one since the program started. */
  Optional<PlaceStatus.Looked> looked(Slug town, String id) {
    return Optional.ofNullable(looked.get(town + "/" + id));
  }

  Wishes wishes() {
    return wishes;
  }

  Optional<Integer> live(Reading reading) {
    return Releasing.of(reading).live();
  }

  Optional<Editions.Sealed> sealed(Slug town) {
    return editions.sealed(town);
  }

  EditionStore store(Slug town) {
    return new EditionStore(towns, town);
  }

  Reading read(Slug town) {
    return journal.read(town);
  }

  List<Slug> towns() {
    return journal.towns();
  }

  Optional<String> secret(Slug town, String id) {
    return journal
        .read(town)
        .find(SealedSecret.KIND, id)
        .flatMap(box -> secrets.open(town, id, box.value()));
  }

  /** What an upload came to; the same once more is not written down again. */
  void record(Slug town, String id, Feeding feeding) {
    boolean isNews =
        journal
            .read(town)
            .find(Feeding.KIND, id)
            .map(Stored::value)
            .filter(feeding::equals)
            .isEmpty();
    if (isNews) {
      put(town, id, Feeding.KIND, feeding);
    }
  }

  /** What stands in an account. */
  void record(Slug town, String id, Posted posted) {
    put(town, id, Posted.KIND, posted);
  }

  void recordAnew(Slug town, String id, Feeding feeding) {
    put(town, id, Feeding.KIND, feeding);
  }

  /**
   * What was seen; that it is still so is written down once an hour, and known at once.
   *
   * @param refresh how old a written look may get
   */
  void record(Slug town, String id, Sighting sighting, OffsetDateTime now, Duration refresh) {
    Optional<Stored<Sighting>> before = journal.read(town).find(Sighting.KIND, id);
    Optional<Stored<Sighting>> same = before.filter(one -> one.value().isSame(sighting));
    boolean isFresh =
        same.filter(one -> one.recorded().toOffset().plus(refresh).isAfter(now)).isPresent();
    if (!isFresh) {
      Sighting since = same.map(one -> sighting.since(one.value().since())).orElse(sighting);
      put(town, id, Sighting.KIND, since);
    }
    looked.put(town + "/" + id, new PlaceStatus.Looked(now, sighting.files()));
  }

  /** Nothing for a place that was taken away meanwhile. */
  private <R extends Record> void put(Slug town, String id, Kind<R> kind, R value) {
    journal.write(
        town,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          if (PlaceList.find(change, id).isPresent()) {
            change.put(kind, id, value);
          }
        });
  }
}
