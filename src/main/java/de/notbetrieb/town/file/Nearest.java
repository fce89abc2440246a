package de.notbetrieb.town.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate that is at most a third of its letters away. */
  public static Optional<String> to(String written, Collection<String> candidates) {
    String low = written.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .map(candidate -> new Near(candidate, distance(low, candidate.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() <= Math.max(2, near.candidate().length() / 3))
        .filter(near -> near.distance() < Math.max(low.length(), near.candidate().length()))
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .map(Near::candidate);
  }

  private record Near(String candidate, int distance) {}

  /** Levenshtein's distance; both sides are short, they are ids and keys. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(previous[j - 1] + change, Math.min(previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
