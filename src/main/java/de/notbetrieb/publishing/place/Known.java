package de.notbetrieb.publishing.place;

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
  /** What was seen since it was last fed; what was seen before is overtaken. */
  Optional<Sighting> latest() {
    boolean overtaken =
        fed.isPresent() && looked.filter(look -> !look.when().isBefore(fed.get().when())).isEmpty();
    return place.isReadBack() && !overtaken ? sighting : Optional.empty();
  }
}
