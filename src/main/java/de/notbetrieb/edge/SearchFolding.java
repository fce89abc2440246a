package de.notbetrieb.edge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words as the search compares them: without case, marks and doubled letters; ä, ae and a are one,
 * so are ß, ss and s, the dotted and the dotless i, the forms of alef. {@code suche.js} does the
 * same, step by step.
 */
final class SearchFolding {
  private static final int LONGEST_WORD = 40;
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("ø", "o"),
          Map.entry("ł", "l"),
          Map.entry("đ", "d"),
          Map.entry("ı", "i"),
          Map.entry("þ", "th"),
          Map.entry("ð", "d"),
          Map.entry("ة", "ه"),
          Map.entry("ى", "ي"),
          Map.entry("ٱ", "ا"),
          Map.entry("ی", "ي"),
          Map.entry("ک", "ك"),
          Map.entry("ـ", ""));
  private static final Pattern LETTER = Pattern.compile("[ßæœøłđıþðةىٱیکـ]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** The article of "l'état" and "dell'anno" is a word of its own; the rest belongs together. */
  private static final Pattern ELISION = Pattern.compile("\\b([a-z]{1,4})['’ʼ`](?=[a-z]{3})");

  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
  private static final Pattern ARABIC_ARTICLE =
      Pattern.compile("^(?:وال|بال|كال|فال|لل|ال)(?=...)");

  private SearchFolding() {}

  static List<String> tokens(String text) {
    String plain = isSimple(text) ? text.toLowerCase(Locale.ROOT) : plain(text);
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int end = at;
      while (end < plain.length() && isOfWord(plain.codePointAt(end))) {
        end += Character.charCount(plain.codePointAt(end));
      }
      String word = word(plain.substring(at, end));
      if (!word.isEmpty()) {
        tokens.add(word);
      }
      at = end < plain.length() ? end + Character.charCount(plain.codePointAt(end)) : end;
    }
    return tokens;
  }

  /** Letters of ASCII without an apostrophe need none of what follows. */
  private static boolean isSimple(String text) {
    return text.chars().allMatch(c -> c < 128 && c != '\'' && c != '`');
  }

  private static String plain(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    String known =
        LETTER.matcher(bare).replaceAll(match -> LETTERS.getOrDefault(match.group(), ""));
    return APOSTROPHES.matcher(ELISION.matcher(known).replaceAll("$1 ")).replaceAll("");
  }

  private static boolean isOfWord(int letter) {
    if (Character.isLetter(letter)) {
      return true;
    }
    return switch (Character.getType(letter)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** One word, already plain. */
  static String word(String plain) {
    String single = singleLetters(withoutUmlauts(plain));
    String bare =
        !single.isEmpty() && single.charAt(0) > 0x600
            ? ARABIC_ARTICLE.matcher(single).replaceFirst("")
            : single;
    return bare.substring(0, Math.min(bare.length(), LONGEST_WORD));
  }

  /** An umlaut in two letters is one letter; not the e of "neue", "bauen" or "quelle". */
  private static String withoutUmlauts(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      boolean second = letter == 'e' && i > 0 && "aou".indexOf(word.charAt(i - 1)) >= 0;
      if (!second || (i > 1 && "aeq".indexOf(word.charAt(i - 2)) >= 0)) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }

  private static String singleLetters(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    int before = -1;
    for (int i = 0; i < word.length(); i += Character.charCount(before)) {
      int letter = word.codePointAt(i);
      if (letter != before || !Character.isLetter(letter)) {
        letters.appendCodePoint(letter);
      }
      before = letter;
    }
    return letters.toString();
  }
}
