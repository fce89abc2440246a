package de.notbetrieb.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form as it is shown: what stands in its fields, and what is wrong there.
 *
 * @param present what stands there now, when somebody else changed it meanwhile
 */
public record Form(
    Map<String, String> values, FieldProblems problems, Map<String, String> present) {
  public Form {
    values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    present = Map.copyOf(present);
  }

  /** As the record behind it is now. */
  public static Form of(Map<String, String> values) {
    return new Form(values, FieldProblems.none(), Map.of());
  }

  /** As somebody sent it. */
  public static Form refused(HttpServletRequest request, FieldProblems problems) {
    return refused(request, problems, Map.of());
  }

  /** As somebody sent it, beside what others made of it meanwhile. */
  public static Form refused(
      HttpServletRequest request, FieldProblems problems, Map<String, String> present) {
    return new Form(
        FieldProblems.typed(request), problems, problems.overtaken() ? present : Map.of());
  }

  /** What somebody else has written there, if it is not the same. */
  public Optional<String> other(String field) {
    return Optional.ofNullable(present.get(field))
        .filter(words -> !words.strip().equals(value(field).strip()));
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether that was ticked or chosen. */
  public boolean has(String field, String value) {
    return value(field).equals(value);
  }

  public Optional<String> problem(String field) {
    return problems.of(field);
  }
}
