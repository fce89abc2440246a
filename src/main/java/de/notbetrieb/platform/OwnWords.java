package de.notbetrieb.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * The sentences that the program itself says for a town as long as nobody has written others, in
 * every language: {@code texts/facts_<code>.properties}.
 */
public final class OwnWords {
  private static final Map<Language, Properties> ALL = load();

  private OwnWords() {}

  /** The sentence in every language. */
  public static Text text(String key) {
    return text(key, language -> new Object[0]);
  }

  /** The sentence, with the values that each language puts into its places {0}, {1} ... */
  public static Text text(String key, Function<Language, Object[]> values) {
    Text text = Text.of(say(Language.DE, key, values.apply(Language.DE)));
    for (Language language : Language.values()) {
      text =
          phrases(language).getProperty(key) == null
              ? text
              : text.with(language, say(language, key, values.apply(language)));
    }
    return text;
  }

  /** The sentence in one language, else in German. */
  public static String say(Language language, String key, Object... values) {
    String phrase =
        Optional.ofNullable(phrases(language).getProperty(key))
            .or(() -> Optional.ofNullable(phrases(Language.DE).getProperty(key)))
            .orElseThrow(() -> new IllegalArgumentException("no such sentence: " + key));
    return Places.filled(phrase, values);
  }

  public static boolean has(String key) {
    return phrases(Language.DE).getProperty(key) != null;
  }

  static Set<String> keys(Language language) {
    return phrases(language).stringPropertyNames();
  }

  private static Properties phrases(Language language) {
    return Optional.ofNullable(ALL.get(language)).orElseThrow();
  }

  private static Map<Language, Properties> load() {
    Map<Language, Properties> all = new EnumMap<>(Language.class);
    Arrays.stream(Language.values()).forEach(language -> all.put(language, read(language)));
    return all;
  }

  private static Properties read(Language language) {
    Properties phrases = new Properties();
    String file = "/texts/facts_" + language.code() + ".properties";
    try (InputStream in = OwnWords.class.getResourceAsStream(file)) {
      if (in != null) {
        phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
