package de.notbetrieb.edge;

import java.util.List;
import java.util.Random;

/** Questions that nobody sane would type, always the same ones: every script, halves of characters, floods. */
final class SearchQuestions {
  private static final List<String> PIECES =
      List.of(
          "ausweis",
          "Pass",
          "verloren",
          "ÄÖÜß",
          "ae",
          "passport",
          "паспорт",
          "pasaport",
          "İıIi",
          "جواز السفر",
          "أإآ",
          "l'état",
          "сім'я",
          "ﷺ",
          "ﬁ",
          "é",
          "\u0000",
          "\uD800",
          "\uDC00",
          "😀",
          "<script>",
          "&amp;",
          "\"",
          "%",
          "\u202E",
          "\u0301\u0301\u0301",
          "   ",
          "\n",
          "112",
          "ⅷ",
          "日本語",
          "한국어",
          "ไทย",
          "straßenbeleuchtungsanlage",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

  private final Random random;

  SearchQuestions(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder words = new StringBuilder();
    int parts = random.nextInt(random.nextInt(20) == 0 ? 3000 : 12);
    for (int i = 0; i < parts; i++) {
      switch (random.nextInt(4)) {
        case 0 -> words.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> words.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> words.append((char) ('a' + random.nextInt(26)));
        default -> words.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      words.append(random.nextInt(3) == 0 ? " " : "");
    }
    return words.toString();
  }
}
