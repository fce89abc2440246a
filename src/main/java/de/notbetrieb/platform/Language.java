package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the town speaks. German is the original and the binding one. */
public enum Language {
  DE("de", "Deutsch"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** The BCP 47 tag, which is also the folder of the language's pages. */
  @JsonValue
  public String code() {
    return code;
  }

  /** The name that its speakers give it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }
}
