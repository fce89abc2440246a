package de.notbetrieb.channel;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.regex.Pattern;

/** Words for channels that are not pages: on one line, without signs that control a reader. */
public final class PlainWords {
  /**
   * What no text of ours needs and what formats forbid or a liar uses to turn words around:
   * controls, direction overrides, half characters, non-characters.
   */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x84\\x86-\\x9F\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E"
              + "\\u2060-\\u206F\\uFDD0-\\uFDEF\\uFEFF\\p{Cs}"
              + "\\x{FFFE}\\x{FFFF}\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}\\x{E0000}-\\x{E007F}"
              + "\\x{10FFFE}\\x{10FFFF}]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\u00A0\\u2028\\u2029]+");

  /** "17. November" is no end of a sentence. */
  private static final Pattern BETWEEN_SENTENCES =
      Pattern.compile("(?<=[^\\d\\s]{2}[.!?]) (?=\\p{Lu})");

  private static final String CUT = " …";

  private PlainWords() {}

  /** The words on one line: nobody can forge a line of ours. */
  public static String line(String words) {
    if (isOneLine(words)) {
      return words;
    }
    String joined = SPACES.matcher(words).replaceAll(" ").strip();
    return isOneLine(joined)
        ? joined
        : SPACES.matcher(UNWANTED.matcher(joined).replaceAll("")).replaceAll(" ").strip();
  }

  /** Most are: letters of the languages we speak, with single spaces between words. */
  private static boolean isOneLine(String words) {
    char before = ' ';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean letter =
          (c > ' ' && c < 0x7F)
              || (c > 0xA0 && c < 0x250)
              || (c > 0x3FF && c < 0x530)
              || (c > 0x61F && c < 0x670)
              || (c > 0x200F && c < 0x2028)
              || c == '€';
      if (!letter && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  public static String line(Text text, Language language) {
    return line(text.orGerman(language));
  }

  /** As a whole sentence: with a capital and a full stop. */
  public static String sentence(String words) {
    String line = capital(line(words));
    return line.isEmpty() || ".!?…:".indexOf(line.charAt(line.length() - 1)) >= 0
        ? line
        : line + ".";
  }

  /** With a capital at its beginning, if it is a word. */
  public static String capital(String line) {
    return line.isEmpty() || line.startsWith("http")
        ? line
        : Character.toString(Character.toUpperCase(line.codePointAt(0)))
            + line.substring(line.offsetByCodePoints(0, 1));
  }

  /**
   * As many whole sentences as fit into so many characters; where not even one does, its beginning.
   */
  public static String sentences(String words, int most) {
    String said = "";
    for (String sentence : BETWEEN_SENTENCES.split(line(words), -1)) {
      String longer = said.isEmpty() ? sentence : said + " " + sentence;
      if (longer.length() > most) {
        break;
      }
      said = longer;
    }
    return said.isEmpty() ? cut(words, most) : said;
  }

  /** At most so many characters, and a sign that more was said. */
  public static String cut(String words, int most) {
    String line = line(words);
    if (line.length() <= most) {
      return line;
    }
    int end = most - CUT.length();
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > most / 2 ? space : end).strip() + CUT;
  }
}
