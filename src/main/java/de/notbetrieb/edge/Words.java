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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences that the edge itself says, in every language; German where one is missing. */
final class Words {
  private static final Properties GERMAN = load(Language.DE, new Properties());
  private static final Map<String, Properties> ALL =
      Arrays.stream(Language.values())
          .collect(Collectors.toMap(Language::code, language -> load(language, GERMAN)));

  /** The folder of a language other than German, as the first group of a pattern. */
  static final String FOLDER =
      Arrays.stream(Language.values())
          .filter(language -> language != Language.DE)
          .map(Language::code)
          .collect(Collectors.joining("|", "(?:(", ")/)?"));

  private static final Pattern IN_FOLDER = Pattern.compile("/" + FOLDER + ".*");

  private Words() {}

  /** The language in whose folder an address lies. */
  static String languageOf(String path) {
    Matcher matcher = IN_FOLDER.matcher(path);
    return matcher.matches() ? orGerman(matcher.group(1)) : Language.DE.code();
  }

  /** The code that a pattern with {@link #FOLDER} has found, German if none. */
  static String orGerman(@Nullable String code) {
    return code == null ? Language.DE.code() : code;
  }

  /** What a page of that language says of itself: {@code lang="ar" dir="rtl"}. */
  static String attributes(String lang) {
    boolean fromTheRight = Language.ofCode(lang).filter(Language::isRightToLeft).isPresent();
    return "lang=\"" + lang + "\"" + (fromTheRight ? " dir=\"rtl\"" : "");
  }

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
