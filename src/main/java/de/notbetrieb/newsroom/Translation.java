package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Sha256;

/**
 * Words of the town in one more language. They belong to the German words that they were made from:
 * when those change, the translation stays behind and nobody publishes it by accident.
 *
 * @param german the original
 * @param words empty as long as they are only asked for
 * @param place where the original stood, for whoever looks for what was said there before
 */
public record Translation(
    String german, Language language, String words, State state, String place) {
  public static final Kind<Translation> KIND =
      new Kind<>("newsroom.translation", 1, Translation.class, Retention.PERMANENT, Audience.STAFF);

  public Translation {
    if (language == Language.DE) {
      throw new IllegalArgumentException("German is the original");
    }
    if (words.isBlank() != (state == State.PENDING)) {
      throw new IllegalArgumentException("words are there when they are no longer awaited");
    }
  }

  /** German words, and the place where they stand. */
  public record Original(String german, String place) {}

  /** As somebody wrote it; without words it is asked for. */
  public static Translation of(
      Original original, Language language, String words, boolean checked) {
    State written = checked ? State.CHECKED : State.TRANSLATED;
    return new Translation(
        original.german(),
        language,
        words,
        words.isBlank() ? State.PENDING : written,
        original.place());
  }

  /** How far it is. Only what a person has checked is published. */
  public enum State {
    PENDING,
    TRANSLATED,
    CHECKED
  }

  /** The one of these German words in that language. */
  public static String id(String german, Language language) {
    return Sha256.of(german).hex() + "." + language.code();
  }

  public String id() {
    return id(german, language);
  }
}
