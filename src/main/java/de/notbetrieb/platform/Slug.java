package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A readable id that lives for ever: it stands in addresses, files and references.
 *
 * @param value one to 80 characters a-z, 0-9 and single hyphens inside
 */
public record Slug(@JsonValue String value) implements Comparable<Slug> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_LENGTH = 80;

  public Slug {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @JsonCreator
  public static Slug of(String value) {
    return new Slug(value);
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
