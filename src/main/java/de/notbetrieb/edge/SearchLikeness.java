package de.notbetrieb.edge;

/**
 * How much a word that somebody typed is like a word that somebody wrote down: the same, its
 * beginning, a part of a compound, a slip of the finger, or much the same letters. {@code suche.js}
 * does the same sums.
 */
final class SearchLikeness {
  private SearchLikeness() {}

  /**
   * From 0 to 1.
   *
   * @param shared how many trigrams the two have in common
   */
  static double of(String asked, String term, int shared) {
    if (asked.equals(term)) {
      return 1;
    }
    int a = asked.length();
    int t = term.length();
    double like = part(asked, term);
    if (mayBeSlips(a, t, shared)) {
      int most = mostSlips(a);
      int slips = slips(asked, term, most);
      if (slips <= most) {
        like = Math.max(like, 1 - 1.4 * slips / Math.max(a, t));
      }
    }
    double dice = 2.0 * shared / (a + t);
    return dice >= 0.5 ? Math.max(like, 0.75 * dice) : like;
  }

  private static double part(String asked, String term) {
    int a = asked.length();
    int t = term.length();
    if (a >= 3 && term.startsWith(asked)) {
      return 0.6 + 0.35 * a / t;
    }
    if (t >= 4 && asked.startsWith(term)) {
      return 0.35 + 0.6 * t / a;
    }
    if (a >= 4 && term.contains(asked)) {
      return 0.5 + 0.35 * a / t;
    }
    return t >= 4 && asked.contains(term) ? 0.35 + 0.55 * t / a : 0;
  }

  /** Whether two words of these lengths may differ by slips of the finger only. */
  static boolean mayBeSlips(int asked, int term, int shared) {
    int most = mostSlips(asked);
    return most > 0 && Math.abs(asked - term) <= most && shared >= Math.max(asked, term) - 4 * most;
  }

  private static int mostSlips(int length) {
    if (length < 4) {
      return 0;
    }
    return length < 8 ? 1 : 2;
  }

  /** Letters that are wrong, missing, too many or swapped; one more than {@code most} if more. */
  static int slips(String one, String other, int most) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int slips = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + wrong);
        if (i > 1 && j > 1 && isSwapped(one, i, other, j)) {
          slips = Math.min(slips, before[j - 2] + 1);
        }
        row[j] = slips;
        least = Math.min(least, slips);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
