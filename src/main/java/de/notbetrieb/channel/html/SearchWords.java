package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code suche/woerter.json}: by which words what can be found, in every language at once. The edge
 * and, on a plain web host, the script of the search page look through it;
 * docs/formats/search.md.
 */
final class SearchWords {
  static final String PATH = "suche/woerter.json";
  private static final int VERSION = 1;
  private static final List<String> PASSED_OVER = passedOver();

  private SearchWords() {}

  /**
   * The file.
   *
   * @param passedOver words of the frame, which say little
   */
  record File(int version, List<Name> languages, List<String> passedOver, List<Entry> entries) {}

  /** The name that a language's speakers give it. */
  record Name(String code, String name) {}

  record Entry(List<Words> phrases, List<String> text) {}

  record Words(String in, List<String> words) {}

  static PublicFile of(Edition edition) {
    List<Name> languages =
        Arrays.stream(Language.values()).map(l -> new Name(l.code(), l.ownName())).toList();
    List<Entry> entries = Findable.of(edition).stream().map(SearchWords::entry).toList();
    File file = new File(VERSION, languages, PASSED_OVER, entries);
    return new PublicFile(PATH, Pages.bytes(Json.write(file) + "\n"));
  }

  private static Entry entry(Findable found) {
    List<Words> phrases = new ArrayList<>();
    for (Language language : Language.values()) {
      List<String> words = found.phrases(language);
      if (!words.isEmpty()) {
        phrases.add(new Words(language.code(), words));
      }
    }
    return new Entry(phrases, found.text().stream().flatMap(Text::all).toList());
  }

  private static List<String> passedOver() {
    try (InputStream in =
        Optional.ofNullable(SearchWords.class.getResourceAsStream("/site/passed-over.txt"))
            .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
