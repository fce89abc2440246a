package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A readable id that lives for ever: it stands in addresses, files and references.
 *
 * @param value one to 80 characters a-z, 0-9 and single hyphens inside
 */
public record Slug(@JsonValue String value) implements Comparable<Slug> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_LENGTH = 80;
  private static final int WORDS_LENGTH = 50;

  public Slug {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @JsonCreator
  public static Slug of(String value) {
    return new Slug(value);
  }

  /** From a name or a title: "Bad Münder" gives "bad-muender"; empty when no letter remains. */
  public static Optional<Slug> ofWords(String words) {
    String plain =
        words
            .toLowerCase(Locale.GERMAN)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String letters =
        Normalizer.normalize(plain, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String begin = letters.substring(0, Math.min(WORDS_LENGTH, letters.length()));
    return Optional.of(begin.replaceAll("^-|-$", "")).filter(Slug::isValid).map(Slug::new);
  }

  public static boolean isValid(String value) {
    return value.length() <= MAX_LENGTH && FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(Slug other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
