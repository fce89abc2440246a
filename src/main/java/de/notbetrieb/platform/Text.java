package de.notbetrieb.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole sentences, in German and as far as they are there in other languages. A language that is
 * missing is missing: readers then see the German words, marked as such.
 *
 * @param de the original, never blank
 */
public record Text(String de, Optional<String> en) {
  public Text {
    if (de.isBlank()) {
      throw new IllegalArgumentException("a text needs its German words");
    }
    en = en.filter(words -> !words.isBlank());
  }

  public static Text of(String de) {
    return new Text(de, Optional.empty());
  }

  public static Text of(String de, String en) {
    return new Text(de, Optional.of(en));
  }

  /** The words in that language, if somebody wrote them. */
  public Optional<String> in(Language language) {
    return switch (language) {
      case DE -> Optional.of(de);
      case EN -> en;
    };
  }

  /** The words in that language, else the German ones. */
  public String orGerman(Language language) {
    return in(language).orElse(de);
  }

  public List<Language> missing() {
    return Arrays.stream(Language.values()).filter(l -> in(l).isEmpty()).toList();
  }

  public Stream<String> all() {
    return Stream.concat(Stream.of(de), en.stream());
  }
}
