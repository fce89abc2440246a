package de.notbetrieb.publishing.place;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people read of a page, in one line: no marks, no scripts, one blank between words. */
final class VisibleWords {
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<!--.*?-->|<(script|style|template)\\b.*?</\\1\\s*>");
  private static final Pattern MARK = Pattern.compile("<[^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#\\d{1,7}|\\w{2,8});");
  private static final Pattern NO_WIDTH = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");
  private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u202f]+");

  /** Those that a German web site writes for letters and signs of our words. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("shy", ""),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("sect", "§"),
          Map.entry("euro", "€"),
          Map.entry("middot", "·"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("bdquo", "„"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("sbquo", "‚"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"));

  private VisibleWords() {}

  static String of(String html) {
    String words = UNSEEN.matcher(html).replaceAll(" ");
    words = MARK.matcher(words).replaceAll(" ");
    words = ENTITY.matcher(words).replaceAll(VisibleWords::letter);
    words = NO_WIDTH.matcher(words).replaceAll("");
    // marks around a word leave blanks before its full stop, which nobody sees
    words = BLANK.matcher(words).replaceAll(" ").replaceAll(" (?=[.,:;!?)])", "");
    return words.strip();
  }

  private static String letter(MatchResult entity) {
    String name = entity.group(1);
    String letter;
    if (name.startsWith("#x")) {
      letter = point(Integer.parseInt(name.substring(2), 16), entity.group());
    } else if (name.startsWith("#")) {
      letter = point(Integer.parseInt(name.substring(1)), entity.group());
    } else {
      letter = NAMED.getOrDefault(name, entity.group());
    }
    return java.util.regex.Matcher.quoteReplacement(letter);
  }

  private static String point(int number, String otherwise) {
    return Character.isValidCodePoint(number) ? Character.toString(number) : otherwise;
  }
}
