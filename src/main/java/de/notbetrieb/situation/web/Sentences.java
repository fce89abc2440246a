package de.notbetrieb.situation.web;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Text;
import java.util.Map;
import java.util.Optional;

/** Between a pair of fields, German and English, and the sentence that they make. */
final class Sentences {
  private Sentences() {}

  /**
   * Nothing when nothing is written; English alone is refused at the German field.
   *
   * @param before what stood there: its other languages stay as long as the German words do
   */
  static Optional<Text> written(
      String field, String german, String english, Optional<Text> before) {
    if (german.isBlank()) {
      if (!english.isBlank()) {
        throw Refused.invalid(field, "situation.german-missing");
      }
      return Optional.empty();
    }
    return Optional.of(Text.typed(german, english, before.stream().toList()));
  }

  /** From the fields of that name and the same with "En". */
  static Optional<Text> written(Map<String, String> typed, String field, Optional<Text> before) {
    return written(
        field, typed.getOrDefault(field, ""), typed.getOrDefault(field + "En", ""), before);
  }

  static String german(Optional<Text> text) {
    return text.map(Text::de).orElse("");
  }

  static String english(Optional<Text> text) {
    return text.flatMap(Text::en).orElse("");
  }
}
