package de.notbetrieb.platform;

/** Whole sentences with places for values, {0} to {9}. */
public final class Places {
  private Places() {}

  /** The sentence with its places filled; a brace in a value stays a brace. */
  public static String filled(String sentence, Object... values) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      said.append(sentence, from, open).append(values[sentence.charAt(open + 1) - '0']);
      from = open + 3;
    }
    return said.append(sentence, from, sentence.length()).toString();
  }
}
