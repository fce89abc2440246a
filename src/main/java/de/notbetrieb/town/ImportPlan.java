package de.notbetrieb.town;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Json;
import java.lang.reflect.RecordComponent;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What importing a file would change: three-way against the last import. What a person changed
 * since wins and is listed; absence removes nothing unless asked to prune.
 */
public record ImportPlan(Town town, List<Step> steps) {
  public ImportPlan {
    steps = List.copyOf(steps);
  }

  /** What happens to one record. */
  public enum Fate {
    ADDED,
    CHANGED,
    KEPT,
    REMOVED,
    ABSENT
  }

  /**
   * One record's fate. A record that stays the same is not listed.
   *
   * @param kind the record's kind
   * @param keys where the file differs from what is there now
   */
  public record Step(String kind, String id, Fate fate, List<String> keys) {
    private static final ResourceBundle.Control NO_FALLBACK =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Step {
      keys = List.copyOf(keys);
    }

    /** What happens, as in "Geändert: Standort „rathaus“ (hours)". */
    public String inWords(Locale locale) {
      ResourceBundle words = words(locale);
      String sentence = words.getString("import." + fate);
      return new MessageFormat(sentence, locale)
              .format(new Object[] {words.getString("section." + kind), id})
          + where();
    }

    /** To what, as in "Standort rathaus (hours)". */
    public String what(Locale locale) {
      String named = id.equals(Section.THE_ONE) ? "" : " " + id;
      return words(locale).getString("section." + kind) + named + where();
    }

    private String where() {
      return keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")";
    }

    private static ResourceBundle words(Locale locale) {
      return ResourceBundle.getBundle("texts.messages", locale, NO_FALLBACK);
    }
  }

  /** How many records it would write or remove. */
  public int changes() {
    return steps(Fate.ADDED).size() + steps(Fate.CHANGED).size() + steps(Fate.REMOVED).size();
  }

  /** Those of one fate. */
  public List<Step> steps(Fate fate) {
    return steps.stream().filter(step -> step.fate() == fate).toList();
  }

  public static ImportPlan of(Reading reading, Town town, boolean prune) {
    Optional<Town> last = reading.find(LastImport.KIND, Section.THE_ONE).map(s -> s.value().town());
    List<Step> steps = new ArrayList<>();
    for (Section<?> section : Section.all()) {
      plan(section, reading, town, last, prune, steps);
    }
    return new ImportPlan(town, steps);
  }

  private static <R extends Record> void plan(
      Section<R> section,
      Reading reading,
      Town town,
      Optional<Town> last,
      boolean prune,
      List<Step> steps) {
    Map<String, R> base = last.map(one -> byId(section, one)).orElse(Map.of());
    Map<String, R> wanted = byId(section, town);
    Map<String, R> present = new LinkedHashMap<>();
    for (Stored<R> stored : reading.all(section.kind())) {
      present.put(stored.id(), stored.value());
    }
    String kind = section.kind().name();
    wanted.forEach(
        (id, value) ->
            fate(Optional.of(value), base, present, id, prune)
                .map(fate -> new Step(kind, id, fate, keys(value, present.get(id))))
                .ifPresent(steps::add));
    present.keySet().stream()
        .filter(id -> !wanted.containsKey(id))
        .flatMap(
            id ->
                fate(Optional.empty(), base, present, id, prune)
                    .map(fate -> new Step(kind, id, fate, List.of()))
                    .stream())
        .forEach(steps::add);
  }

  /** Empty: nothing to do. */
  private static <R> Optional<Fate> fate(
      Optional<R> wanted, Map<String, R> base, Map<String, R> present, String id, boolean prune) {
    Optional<R> before = Optional.ofNullable(base.get(id));
    Optional<R> now = Optional.ofNullable(present.get(id));
    if (now.isEmpty()) {
      // a person has removed what the last import brought
      return Optional.of(before.isPresent() ? Fate.KEPT : Fate.ADDED);
    }
    boolean editedSince = before.isEmpty() || !same(now.get(), before.get());
    if (wanted.isEmpty()) {
      return Optional.of(!prune ? Fate.ABSENT : editedSince ? Fate.KEPT : Fate.REMOVED);
    }
    if (same(now.get(), wanted.get())) {
      return Optional.empty();
    }
    return Optional.of(editedSince ? Fate.KEPT : Fate.CHANGED);
  }

  private static <R extends Record> List<String> keys(R wanted, @Nullable R present) {
    return present == null
        ? List.of()
        : Arrays.stream(wanted.getClass().getRecordComponents())
            .filter(component -> !value(component, wanted).equals(value(component, present)))
            .map(RecordComponent::getName)
            .toList();
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static boolean same(Object one, Object other) {
    return Json.write(one).equals(Json.write(other));
  }

  private static <R extends Record> Map<String, R> byId(Section<R> section, Town town) {
    Map<String, R> byId = new LinkedHashMap<>();
    section.records().apply(town).forEach(one -> byId.put(section.id().apply(one), one));
    return byId;
  }

  /** Carries the plan out inside one change. */
  public void apply(Writing writing) {
    for (Section<?> section : Section.all()) {
      apply(section, writing);
    }
    Optional<Town> last = writing.find(LastImport.KIND, Section.THE_ONE).map(s -> s.value().town());
    writing.put(
        LastImport.KIND, Section.THE_ONE, new LastImport(last.map(this::ancestor).orElse(town)));
  }

  /** The file, and what an earlier one brought that it does not name: that came from a file too. */
  private Town ancestor(Town last) {
    return new Town(
        town.town(),
        town.languages(),
        withAbsent(Section.OFFICES, last),
        withAbsent(Section.UNITS, last),
        withAbsent(Section.CONTACTS, last),
        withAbsent(Section.SYSTEMS, last),
        withAbsent(Section.LIFE_SITUATIONS, last),
        withAbsent(Section.SERVICES, last),
        withAbsent(Section.FALLBACKS, last),
        withAbsent(Section.PARTNERS, last),
        withAbsent(Section.PLACES, last),
        town.holidays(),
        town.policy());
  }

  private <R extends Record> List<R> withAbsent(Section<R> section, Town last) {
    List<R> records = new ArrayList<>(section.records().apply(town));
    Map<String, R> before = byId(section, last);
    steps(Fate.ABSENT).stream()
        .filter(step -> step.kind().equals(section.kind().name()))
        .flatMap(step -> Optional.ofNullable(before.get(step.id())).stream())
        .forEach(records::add);
    return records;
  }

  private <R extends Record> void apply(Section<R> section, Writing writing) {
    Map<String, R> wanted = byId(section, town);
    for (Step step : steps) {
      if (!step.kind().equals(section.kind().name())) {
        continue;
      }
      switch (step.fate()) {
        case ADDED, CHANGED ->
            Optional.ofNullable(wanted.get(step.id()))
                .ifPresent(value -> writing.put(section.kind(), step.id(), value));
        case REMOVED -> writing.remove(section.kind(), step.id());
        case KEPT, ABSENT -> {}
      }
    }
  }
}
