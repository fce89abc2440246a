package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a phone on a slow net loads to see the start page: the page and everything that it names. */
class StartPagePayloadTest {
  private static final int MOST_BYTES = 60_000;
  private static final Pattern PART =
      Pattern.compile("(?:href|src)=\"(?:\\.\\./)*(assets/[^\"]+)\"");
  private static final Pattern FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
  private static final Pattern URL = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");
  private static final Pattern RANGE = Pattern.compile("unicode-range:([^;}]+)");

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  @Test
  void theStartPageInEveryLanguageArrivesWithin60Kilobytes() {
    Edition edition = Examples.moessingen();
    for (PublicFile file : new PublicSite().render(edition)) {
      put(file);
      Compression.neighbours(file).forEach(this::put);
    }
    for (Language language : edition.languages()) {
      String folder = Frame.folder(language);
      long sent = 0;
      long whole = 0;
      for (String part : partsOf(folder + "index.2023-11-21.html")) {
        sent += sent(part);
        whole += bytes(part).length;
      }
      System.Logger.Level level = System.Logger.Level.INFO;
      System.getLogger("payload")
          .log(level, "{0}: {1} bytes sent, {2} uncompressed", language, sent, whole);
      assertThat(sent)
          .as(language + ", uncompressed " + whole)
          .isBetween(10_000L, (long) MOST_BYTES);
    }
  }

  /** The page itself, what it names, and the fonts that its letters need. */
  private Set<String> partsOf(String page) {
    Set<String> parts = new LinkedHashSet<>(List.of(page));
    Matcher named = PART.matcher(text(page));
    while (named.find()) {
      parts.add(named.group(1));
    }
    for (String part : List.copyOf(parts)) {
      if (part.endsWith(".css")) {
        parts.addAll(fonts(text(part), text(page)));
      }
    }
    return parts;
  }

  private static Set<String> fonts(String css, String page) {
    Set<String> fonts = new LinkedHashSet<>();
    Matcher face = FACE.matcher(css);
    while (face.find()) {
      Matcher file = URL.matcher(face.group());
      Matcher range = RANGE.matcher(face.group());
      boolean othersScript =
          face.group().contains("Cyrillic") && !page.matches("(?s).*<html lang=\"(ru|uk)\".*");
      if (!othersScript
          && file.find()
          && (!range.find() || page.codePoints().anyMatch(c -> in(range, c)))) {
        fonts.add("assets/" + file.group(1));
      }
    }
    return fonts;
  }

  private static boolean in(Matcher ranges, int letter) {
    for (String range : ranges.group(1).split(",")) {
      String[] ends = range.strip().substring(2).split("-");
      int from = Integer.parseInt(ends[0].replace('?', '0'), 16);
      int until = Integer.parseInt(ends[ends.length - 1].replace('?', 'F'), 16);
      if (letter >= from && letter <= until) {
        return true;
      }
    }
    return false;
  }

  private String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private long sent(String file) {
    return files.containsKey(file + ".br") ? bytes(file + ".br").length : bytes(file).length;
  }

  private byte[] bytes(String file) {
    return java.util.Optional.ofNullable(files.get(file))
        .orElseThrow(() -> new AssertionError("the page names a file that is not there: " + file));
  }

  private void put(PublicFile file) {
    files.put(file.path(), file.bytes());
  }
}
