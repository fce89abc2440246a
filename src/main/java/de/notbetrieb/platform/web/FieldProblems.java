package de.notbetrieb.platform.web;

import de.notbetrieb.platform.Refusals;
import de.notbetrieb.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * What is wrong with a form, in words, by field; shown at the fields with what was typed kept.
 *
 * @param overtaken whether somebody else changed the same thing since the form was opened
 */
public record FieldProblems(Map<String, String> words, boolean overtaken) {
  private static final List<String> NEVER_KEPT = List.of("_csrf", "form", "seen");

  public FieldProblems {
    words = java.util.Collections.unmodifiableMap(new TreeMap<>(words));
  }

  public static FieldProblems none() {
    return new FieldProblems(Map.of(), false);
  }

  /** Does it; what its input made wrong comes back, every other refusal goes on. */
  public static Optional<FieldProblems> tried(HttpServletRequest request, Runnable act) {
    try {
      act.run();
      return Optional.empty();
    } catch (Refused refused) {
      if (refused.reason() instanceof Refused.Invalid invalid) {
        return Optional.of(of(invalid, ScreenTexts.language(request)));
      }
      throw refused;
    }
  }

  /** The same; that somebody else was faster comes back too. */
  public static Optional<FieldProblems> triedOrOvertaken(HttpServletRequest request, Runnable act) {
    try {
      return tried(request, act);
    } catch (Refused refused) {
      if (refused.reason() instanceof Refused.Conflict conflict
          && conflict.key().equals("journal.moved-on")) {
        return Optional.of(new FieldProblems(Map.of(), true));
      }
      throw refused;
    }
  }

  public static FieldProblems of(Refused.Invalid invalid, Locale locale) {
    Map<String, String> words = new TreeMap<>();
    invalid
        .problems()
        .forEach(
            problem ->
                words.merge(
                    problem.field(),
                    Refusals.of(problem.key(), problem.arguments(), locale),
                    (one, other) -> one + " " + other));
    return new FieldProblems(words, false);
  }

  /** What was typed, without the fields that are never shown again. */
  public static Map<String, String> typed(HttpServletRequest request, String... secret) {
    Map<String, String> typed = new TreeMap<>();
    request
        .getParameterMap()
        .forEach((field, values) -> typed.put(field, String.join("\n", values)));
    typed.keySet().removeAll(NEVER_KEPT);
    typed.keySet().removeAll(List.of(secret));
    return typed;
  }

  public boolean isEmpty() {
    return words.isEmpty() && !overtaken;
  }

  /** What the answer that shows them is called. */
  public HttpStatus status() {
    return overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  public Optional<String> of(String field) {
    return Optional.ofNullable(words.get(field));
  }
}
