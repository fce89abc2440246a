package de.notbetrieb.channel.posts;

import java.util.regex.Pattern;

/** How networks count that do not count letters. */
final class Lengths {
  /** The letters of GSM 03.38 that take one of 160 places. */
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String GSM_PAIRS = "^{}\\[~]|€";
  private static final int SEPTETS = 160;
  private static final int OTHER_LETTERS = 70;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final int ADDRESS_WEIGHT = 23;

  private Lengths() {}

  /** Printers' signs as typewriters have them. */
  static String plain(String text) {
    return text.replaceAll("[„“”»«]", "\"")
        .replaceAll("[‚‘’]", "'")
        .replaceAll("[–—]", "-")
        .replace("…", "...");
  }

  /** X: letters of Latin, Greek, Cyrillic, Arabic count one, others two, an address at least 23. */
  static int weighted(String text) {
    int addresses =
        ADDRESS
            .matcher(text)
            .results()
            .mapToInt(found -> Math.max(0, ADDRESS_WEIGHT - found.group().length()))
            .sum();
    return addresses + text.codePoints().map(Lengths::weight).sum();
  }

  private static int weight(int letter) {
    boolean light =
        letter <= 4351
            || (letter >= 8192 && letter <= 8205)
            || (letter >= 8208 && letter <= 8223)
            || (letter >= 8242 && letter <= 8247);
    return light ? 1 : 2;
  }

  /** SMS: one letter that the phones' old alphabet lacks, and only 70 fit instead of 160. */
  static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      if (GSM_PAIRS.indexOf(text.charAt(i)) >= 0) {
        septets += 2;
      } else if (GSM.indexOf(text.charAt(i)) >= 0) {
        septets++;
      } else {
        return Math.ceilDiv(text.length() * SEPTETS, OTHER_LETTERS);
      }
    }
    return septets;
  }
}
