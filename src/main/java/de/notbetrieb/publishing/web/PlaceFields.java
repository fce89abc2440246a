package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.RecordForm.Field;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.town.PreparedPlace;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place as a form has it. */
final class PlaceFields {
  private PlaceFields() {}

  static List<Field> of(Optional<Place> place) {
    return List.of(
        Field.choice(
            "placeSort",
            place.map(Place::sort).orElse(PreparedPlace.Sort.DOOR).name(),
            Arrays.stream(PreparedPlace.Sort.values())
                .map(sort -> new RecordForm.Choice(sort.name(), "sort." + sort.name()))
                .toList()),
        Field.line("placeName", place.map(Place::name).orElse("")).asNeeded(),
        Field.line("placeFeeder", place.map(Place::feeder).orElse("")),
        Field.line("placeAddress", place.flatMap(Place::address).map(URI::toString).orElse("")));
  }

  static Place read(Map<String, String> fields) {
    return new Place(
        sort(fields.getOrDefault("placeSort", "")),
        fields.getOrDefault("placeName", ""),
        fields.getOrDefault("placeFeeder", ""),
        address(fields.getOrDefault("placeAddress", "")),
        Optional.empty(),
        false);
  }

  private static PreparedPlace.Sort sort(String written) {
    return Arrays.stream(PreparedPlace.Sort.values())
        .filter(sort -> sort.name().equals(written))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("placeSort", "place.sort"));
  }

  private static Optional<URI> address(String written) {
    try {
      return Typed.words(written).map(URI::create);
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("placeAddress", "place.address");
    }
  }
}
