package de.notbetrieb.town;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * One record's fate. UNCHANGED records are not listed.
   *
   * @param kind the record's kind
   */
  public record Step(String kind, String id, Fate fate) {}

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
            fate(value, Optional.ofNullable(base.get(id)), Optional.ofNullable(present.get(id)))
                .ifPresent(fate -> steps.add(new Step(kind, id, fate))));
    present.keySet().stream()
        .filter(id -> !wanted.containsKey(id))
        .forEach(id -> steps.add(new Step(kind, id, prune ? Fate.REMOVED : Fate.ABSENT)));
  }

  /** Empty: nothing to do. */
  private static <R> Optional<Fate> fate(R wanted, Optional<R> base, Optional<R> present) {
    if (present.isEmpty()) {
      // a person has removed what the last import brought
      return Optional.of(base.isPresent() ? Fate.KEPT : Fate.ADDED);
    }
    if (same(present.get(), wanted)) {
      return Optional.empty();
    }
    boolean editedSince = base.isEmpty() || !same(present.get(), base.get());
    return Optional.of(editedSince ? Fate.KEPT : Fate.CHANGED);
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
    writing.put(LastImport.KIND, Section.THE_ONE, new LastImport(town));
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
