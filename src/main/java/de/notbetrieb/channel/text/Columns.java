package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PlainWords;

/** Paragraphs of at most 80 columns; a word that is longer is broken. */
final class Columns {
  static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  /** A sentence of its own, with air around it: read aloud, it is a pause. */
  void heading(String words) {
    gap();
    line(words);
    gap();
  }

  void gap() {
    if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
  }

  /** One paragraph, beginning on a line of its own. */
  void line(String words) {
    int column = 0;
    for (String word : PlainWords.line(words).split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      if (column > 0 && column + 1 + length > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      column = put(word, column);
    }
    text.append('\n');
  }

  private int put(String word, int column) {
    int at = column;
    for (int point : word.codePoints().toArray()) {
      if (at == WIDTH) {
        text.append('\n');
        at = 0;
      }
      text.appendCodePoint(point);
      at++;
    }
    return at;
  }

  String text() {
    return text.toString();
  }
}
