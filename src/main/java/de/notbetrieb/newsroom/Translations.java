package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have translated, found by the German words. */
public final class Translations {
  private final Map<Language, Map<String, Stored<Translation>>> byOriginal =
      new EnumMap<>(Language.class);
  private final Map<Language, Map<String, Stored<Translation>>> byPlace =
      new EnumMap<>(Language.class);

  private Translations(List<Stored<Translation>> all) {
    for (Stored<Translation> one : all) {
      Language language = one.value().language();
      byOriginal.computeIfAbsent(language, _ -> new HashMap<>()).put(one.value().german(), one);
      byPlace
          .computeIfAbsent(language, _ -> new HashMap<>())
          .merge(one.value().place(), one, (a, b) -> a.entry() > b.entry() ? a : b);
    }
  }

  public static Translations of(Reading reading) {
    return of(reading.all(Translation.KIND));
  }

  public static Translations of(List<Stored<Translation>> all) {
    return new Translations(all);
  }

  public static Translations none() {
    return new Translations(List.of());
  }

  /** The words that may be published. */
  public Optional<String> checked(String german, Language language) {
    return find(german, language)
        .map(Stored::value)
        .filter(one -> one.state() == Translation.State.CHECKED)
        .map(Translation::words);
  }

  public Optional<Stored<Translation>> find(String german, Language language) {
    return Optional.ofNullable(byOriginal.getOrDefault(language, Map.of()).get(german));
  }

  /** The newest that was made for other German words in the same place: now out of date. */
  public Optional<Stored<Translation>> outOfDate(String place, String german, Language language) {
    return Optional.ofNullable(byPlace.getOrDefault(language, Map.of()).get(place))
        .filter(one -> !one.value().german().equals(german));
  }
}
