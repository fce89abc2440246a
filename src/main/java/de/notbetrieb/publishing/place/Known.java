package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What is written down of a place.
 *
 * @param looked the last look, which may be later than the sighting was written down
 */
record Known(
    Place place,
    OffsetDateTime created,
    Feeding feeding,
    Optional<PlaceStatus.FedBy> fed,
    Optional<Sighting> sighting,
    Optional<PlaceStatus.Looked> looked) {
  /**
   * Puts it together.
   *
   * @param looked the last look since the program started
   */
  static Known of(Reading reading, Stored<Place> stored, Optional<PlaceStatus.Looked> looked) {
    String id = stored.id();
    Optional<Stored<Feeding>> feeding = reading.find(Feeding.KIND, id);
    Optional<Stored<Sighting>> sighting = reading.find(Sighting.KIND, id);
    Optional<PlaceStatus.Looked> written =
        sighting.map(one -> new PlaceStatus.Looked(one.recorded().toOffset(), one.value().files()));
    return new Known(
        stored.value(),
        stored.recorded().toOffset(),
        feeding.map(Stored::value).orElse(Feeding.NEVER),
        stored.value().isAutomatic()
            ? feeding.flatMap(one -> uploaded(reading, one))
            : reading.find(Hung.KIND, id).map(one -> by(one, one.value().edition())),
        sighting.map(Stored::value),
        looked.or(() -> written));
  }

  /** When that edition got there: later entries may tell of a next one that does not. */
  private static Optional<PlaceStatus.FedBy> uploaded(Reading reading, Stored<Feeding> newest) {
    if (newest.value().edition().isEmpty()) {
      return Optional.empty();
    }
    int edition = newest.value().edition().get();
    if (newest.value().problem().isEmpty()) {
      return Optional.of(by(newest, edition));
    }
    return reading.history(Feeding.KIND, newest.id()).stream()
        .filter(one -> one.value().problem().isEmpty())
        .findFirst()
        .map(one -> by(one, edition));
  }

  private static PlaceStatus.FedBy by(Stored<?> stored, int edition) {
    return new PlaceStatus.FedBy(stored.recorded().toOffset(), stored.actor(), edition);
  }

  /** What was seen since it was last fed; what was seen before is overtaken. */
  Optional<Sighting> latest() {
    boolean overtaken =
        fed.isPresent() && looked.filter(look -> !look.when().isBefore(fed.get().when())).isEmpty();
    return place.isReadBack() && !overtaken ? sighting : Optional.empty();
  }
}
