package de.notbetrieb.edge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The sentences that the edge itself says, in German and English. */
final class Words {
  private static final Properties GERMAN = load("de");
  private static final Map<String, Properties> ALL = Map.of("de", GERMAN, "en", load("en"));

  private Words() {}

  /** A sentence with its values put in; they are escaped for HTML, the sentence is not. */
  static String of(String lang, String key, String... values) {
    String words = Optional.ofNullable(ALL.getOrDefault(lang, GERMAN).getProperty(key)).orElse(key);
    for (int i = 0; i < values.length; i++) {
      words = words.replace("{" + i + "}", html(values[i]));
    }
    return words;
  }

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Properties load(String lang) {
    String file = "/texts/edge_" + lang + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Optional.ofNullable(Words.class.getResourceAsStream(file)).orElseThrow(),
            StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
