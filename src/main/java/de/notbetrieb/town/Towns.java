package de.notbetrieb.town;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import java.util.List;
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
    return one(reading, Section.PROFILE)
        .map(
            profile ->
                new Town(
                    profile,
                    one(reading, Section.LANGUAGES).orElseThrow().languages(),
                    many(reading, Section.OFFICES),
                    many(reading, Section.UNITS),
                    many(reading, Section.CONTACTS),
                    many(reading, Section.SYSTEMS),
                    many(reading, Section.LIFE_SITUATIONS),
                    many(reading, Section.SERVICES),
                    many(reading, Section.FALLBACKS),
                    many(reading, Section.PARTNERS),
                    one(reading, Section.HOLIDAYS).orElseThrow(),
                    one(reading, Section.POLICY).orElse(Policy.USUAL)));
  }

  private static <R extends Record> Optional<R> one(Reading reading, Section<R> section) {
    return reading.find(section.kind(), Section.THE_ONE).map(Stored::value);
  }

  private static <R extends Record> List<R> many(Reading reading, Section<R> section) {
    return reading.all(section.kind()).stream().map(Stored::value).toList();
  }
}
