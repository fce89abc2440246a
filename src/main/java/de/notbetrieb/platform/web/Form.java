package de.notbetrieb.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A form as it is shown: what stands in its fields, and what is wrong there. */
public record Form(Map<String, String> values, FieldProblems problems) {
  public Form {
    values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** As the record behind it is now. */
  public static Form of(Map<String, String> values) {
    return new Form(values, FieldProblems.none());
  }

  /** As somebody sent it. */
  public static Form refused(HttpServletRequest request, FieldProblems problems) {
    return new Form(FieldProblems.typed(request), problems);
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
