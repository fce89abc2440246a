package de.notbetrieb.town.file;

import java.util.List;

/**
 * A mistake in a file: where, what is wrong, and what would be right.
 *
 * @param key the text {@code file.<key>}; its hint is {@code file.<key>.hint}
 * @param suggestion what was probably meant; empty when nothing comes near
 */
public record Problem(
    Located.Position at, Weight weight, String key, List<String> arguments, String suggestion) {
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** An error stops an import, a warning does not. */
  public enum Weight {
    ERROR,
    WARNING
  }

  public static Problem error(Located.Position at, String key, String... arguments) {
    return new Problem(at, Weight.ERROR, key, List.of(arguments), "");
  }

  public static Problem warning(Located.Position at, String key, String... arguments) {
    return new Problem(at, Weight.WARNING, key, List.of(arguments), "");
  }

  public Problem meaning(String suggestion) {
    return new Problem(at, weight, key, arguments, suggestion);
  }

  public boolean isError() {
    return weight == Weight.ERROR;
  }
}
