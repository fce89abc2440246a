package de.notbetrieb.channel.html;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What no text of ours needs and what HTML forbids or a liar uses to turn words around: controls,
 * direction overrides, half characters, non-characters.
 */
final class Unwanted {
  private static final Pattern ANY =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069"
              + "\\uFDD0-\\uFDEF\\uFEFF\\p{Cs}"
              + "\\x{FFFE}\\x{FFFF}\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}\\x{10FFFE}\\x{10FFFF}]");

  private Unwanted() {}

  /** The same UTF-8 without it. */
  static byte[] removed(byte[] text) {
    return isSuspicious(text)
        ? ANY.matcher(new String(text, StandardCharsets.UTF_8))
            .replaceAll("")
            .getBytes(StandardCharsets.UTF_8)
        : text;
  }

  // Looking at bytes first takes a hundredth of the time, and hardly any page has such signs.
  private static boolean isSuspicious(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      byte b = text[i];
      boolean plain = b >= 0x20 && b < 0x7F || b == '\n' || b == '\t';
      if (!plain && (b >= 0 || mayBeUnwanted(b & 0xFF, at(text, i + 1), at(text, i + 2)))) {
        return true;
      }
    }
    return false;
  }

  /** By the bytes that such a sign can begin with; the bytes inside of a sign begin none. */
  private static boolean mayBeUnwanted(int first, int second, int third) {
    return switch (first) {
      case 0xC2 -> second < 0xA0;
      case 0xD8 -> second == 0x9C;
      case 0xE2 ->
          second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xAA && third <= 0xAE)
              || second == 0x81 && third >= 0xA6 && third <= 0xA9;
      case 0xED -> second >= 0xA0;
      case 0xEF -> second == 0xB7 || second == 0xBB || second == 0xBF;
      default -> first >= 0xF0;
    };
  }

  private static int at(byte[] text, int i) {
    return i < text.length ? text[i] & 0xFF : 0;
  }
}
