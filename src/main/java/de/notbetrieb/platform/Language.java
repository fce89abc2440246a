package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the town speaks. German is the original and the binding one. */
public enum Language {
  DE("de", "Deutsch"),
  SIMPLE("de-x-simple", "Einfache Sprache"),
  EN("en", "English"),
  TR("tr", "Türkçe"),
  UK("uk", "Українська"),
  AR("ar", "العربية"),
  RU("ru", "Русский"),
  RO("ro", "Română"),
  PL("pl", "Polski"),
  FR("fr", "Français"),
  IT("it", "Italiano");

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

  public boolean isRightToLeft() {
    return this == AR;
  }

  /** Where its pages lie in an edition: {@code tr/}, nothing for German. */
  public String folder() {
    return this == DE ? "" : code + "/";
  }

  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }
}
