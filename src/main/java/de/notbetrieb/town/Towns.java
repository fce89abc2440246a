package de.notbetrieb.town;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a town together from what the journal holds. */
public final class Towns {
  private Towns() {}

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return java.util.stream.Stream.concat(
            Section.all().stream().<Kind<?>>map(Section::kind),
            java.util.stream.Stream.<Kind<?>>of(LastImport.KIND))
        .toList();
  }

  /** The town, once a file or the wizard has said who it is. */
  public static Optional<Town> of(Reading reading) {
    Optional<Town> last =
        reading.find(LastImport.KIND, Section.THE_ONE).map(stored -> stored.value().town());
    return one(reading, Section.PROFILE)
        .map(
            profile ->
                new Town(
                    profile,
                    one(reading, Section.LANGUAGES).orElseThrow().languages(),
                    many(reading, last, Section.OFFICES),
                    many(reading, last, Section.UNITS),
                    many(reading, last, Section.CONTACTS),
                    many(reading, last, Section.SYSTEMS),
                    many(reading, last, Section.LIFE_SITUATIONS),
                    many(reading, last, Section.SERVICES),
                    many(reading, last, Section.FALLBACKS),
                    many(reading, last, Section.PARTNERS),
                    many(reading, last, Section.PLACES),
                    one(reading, Section.HOLIDAYS).orElseThrow(),
                    one(reading, Section.POLICY).orElse(Policy.USUAL)));
  }

  private static <R extends Record> Optional<R> one(Reading reading, Section<R> section) {
    return reading.find(section.kind(), Section.THE_ONE).map(Stored::value);
  }

  /** In the order of the file; what people have added since comes after. */
  private static <R extends Record> List<R> many(
      Reading reading, Optional<Town> last, Section<R> section) {
    Map<String, Integer> place = new HashMap<>();
    last.map(section.records())
        .orElse(List.of())
        .forEach(one -> place.put(section.id().apply(one), place.size()));
    return reading.all(section.kind()).stream()
        .map(Stored::value)
        .sorted(
            Comparator.comparingInt(
                one -> place.getOrDefault(section.id().apply(one), Integer.MAX_VALUE)))
        .toList();
  }
}
