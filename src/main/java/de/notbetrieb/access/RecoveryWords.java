package de.notbetrieb.access;

import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Nine names of German towns, to be written down by hand: they open the town's key when every
 * password is lost. 2,048 names are told apart by their first four letters; nine of them carry 99
 * bits.
 */
public record RecoveryWords(List<String> words) {
  public static final int COUNT = 9;
  private static final int TELLING_LETTERS = 4;
  private static final List<String> ALL = read();

  public RecoveryWords {
    words = List.copyOf(words);
  }

  static RecoveryWords random(SecureRandom random) {
    return new RecoveryWords(
        Stream.generate(() -> ALL.get(random.nextInt(ALL.size()))).limit(COUNT).toList());
  }

  /**
   * As somebody typed them: any case, anything between them; the first four letters of each are
   * enough.
   *
   * @throws Refused when their number is wrong or one of them is none of ours
   */
  public static RecoveryWords parse(String typed) {
    List<String> given =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    if (given.size() != COUNT) {
      throw Refused.invalid("words", "access.words-count", "" + COUNT, "" + given.size());
    }
    return new RecoveryWords(given.stream().map(RecoveryWords::known).toList());
  }

  private static String known(String typed) {
    Set<String> meant = new TreeSet<>();
    for (String word : ALL) {
      if (word.equals(typed)) {
        return word;
      }
      if (typed.length() >= TELLING_LETTERS
          && word.startsWith(typed.substring(0, TELLING_LETTERS))) {
        meant.add(word);
      }
    }
    return meant.stream()
        .findFirst()
        .orElseThrow(() -> Refused.invalid("words", "access.word-unknown", typed));
  }

  /** What the key is wrapped under. */
  String secret() {
    return String.join(" ", words);
  }

  @Override
  public String toString() {
    return "RecoveryWords[not shown]";
  }

  private static List<String> read() {
    try (InputStream in =
        RecoveryWords.class.getResourceAsStream("/reference/recovery-words.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "the program is incomplete: the recovery words are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
