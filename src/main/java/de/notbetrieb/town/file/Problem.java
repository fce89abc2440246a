package de.notbetrieb.town.file;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A mistake in a file: where, what is wrong, and what would be right.
 *
 * @param key the text {@code file.<key>}; its hint is {@code file.<key>.hint}
 * @param suggestion what was probably meant; empty when nothing comes near
 */
public record Problem(
    Located.Position at, Weight weight, String key, List<String> arguments, String suggestion) {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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

  /** {@code file:line:column: what is wrong. What would be right.} */
  public String inWords(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle("texts.messages", locale, NO_FALLBACK);
    String hint =
        suggestion.isEmpty() ? "" : " " + format(bundle, "meaning", List.of(suggestion), locale);
    return "%s:%d:%d: %s%s"
        .formatted(at.file(), at.line(), at.column(), format(bundle, key, arguments, locale), hint);
  }

  private static String format(
      ResourceBundle bundle, String key, List<String> arguments, Locale locale) {
    return new MessageFormat(bundle.getString("file." + key), locale).format(arguments.toArray());
  }

  public boolean isError() {
    return weight == Weight.ERROR;
  }
}
