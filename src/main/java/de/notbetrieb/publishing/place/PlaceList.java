package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.PreparedPlace;
import de.notbetrieb.town.Section;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The places of a town: what they are stands with the town's other facts, how they are fed beside
 * it. Whoever edits one sees the newer of both.
 */
final class PlaceList {
  private static final Kind<PreparedPlace> PREPARED = Section.PLACES.kind();

  private PlaceList() {}

  /** In the order of their ids. */
  static List<Stored<Place>> all(Reading reading) {
    TreeMap<String, Stored<Place>> all = new TreeMap<>();
    reading.all(Place.KIND).forEach(own -> all.put(own.id(), own));
    for (Stored<PreparedPlace> prepared : reading.all(PREPARED)) {
      all.put(prepared.id(), joined(prepared, Optional.ofNullable(all.get(prepared.id()))));
    }
    return List.copyOf(all.values());
  }

  static Optional<Stored<Place>> find(Reading reading, String id) {
    Optional<Stored<Place>> own = reading.find(Place.KIND, id);
    return reading.find(PREPARED, id).map(prepared -> joined(prepared, own)).or(() -> own);
  }

  static Place present(Reading reading, String id) {
    return find(reading, id).orElseThrow(() -> Refused.notFound("place.none", id)).value();
  }

  private static Stored<Place> joined(Stored<PreparedPlace> prepared, Optional<Stored<Place>> own) {
    Place place =
        own.map(one -> one.value().described(prepared.value()))
            .orElseGet(() -> Place.of(prepared.value()));
    Stored<?> newer =
        own.filter(one -> one.entry() > prepared.entry()).isPresent() ? own.get() : prepared;
    return new Stored<>(
        prepared.id(), newer.entry(), newer.happened(), newer.recorded(), newer.actor(), place);
  }

  /** Who saw an older one is overtaken. */
  static void requireSeen(Reading reading, String id, long seen) {
    if (find(reading, id).map(Stored::entry).orElse(0L) != seen) {
      throw Refused.conflict("journal.moved-on", id);
    }
  }

  /** Writes down what it is. */
  static void describe(Writing change, String id, Place place) {
    Optional<PreparedPlace> before = change.find(PREPARED, id).map(Stored::value);
    change.put(
        PREPARED, id, place.prepared(id, before.map(PreparedPlace::formerly).orElse(List.of())));
  }

  /** What was known of it holds no more. */
  static void forget(Writing change, String id, Kind<?>... kinds) {
    for (Kind<?> kind : kinds) {
      if (change.find(kind, id).isPresent()) {
        change.remove(kind, id);
      }
    }
  }

  static void remove(Writing change, String id) {
    forget(change, id, PREPARED, Place.KIND);
  }
}
