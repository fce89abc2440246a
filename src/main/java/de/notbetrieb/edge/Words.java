package de.notbetrieb.edge;

import de.notbetrieb.platform.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The sentences that the edge itself says, in every language; German where one is missing. */
final class Words {
  private static final Properties GERMAN = load(Language.DE, new Properties());
  private static final Map<String, Properties> ALL =
      Arrays.stream(Language.values())
          .collect(Collectors.toMap(Language::code, language -> load(language, GERMAN)));

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

  private static Properties load(Language language, Properties otherwise) {
    String file = "/texts/edge_" + language.code() + ".properties";
    Properties words = new Properties(otherwise);
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in != null) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
