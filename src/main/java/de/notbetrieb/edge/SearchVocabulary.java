package de.notbetrieb.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All words that can be found, in order, and which of them have a trigram in common with a word
 * that was asked for.
 */
final class SearchVocabulary {
  /** Words that are less like than this are not alike. */
  private static final double LEAST = 0.45;

  private static final int MOST_ALIKE = 64;
  private static final int SHORTEST_COMPOUND = 8;
  private static final int SHORTEST_PART = 3;
  private static final List<String> LINKS = List.of("", "s", "n", "en", "es");

  static final Comparator<Alike> BEST_FIRST =
      Comparator.comparingDouble(Alike::likeness).reversed().thenComparingInt(Alike::term);

  private final String[] terms;
  private final char[] letters;
  private final long[] grams;
  private final int[] starts;
  private final int[] holders;
  private final byte[] gramsOfTerm;

  /** A word of the vocabulary, by its place, and how much it is like the one asked for. */
  record Alike(int term, double likeness) {}

  SearchVocabulary(Collection<String> words) {
    terms = words.stream().distinct().sorted().toArray(String[]::new);
    letters = letters(terms);
    gramsOfTerm = new byte[terms.length];
    long[] pairs = pairs();
    grams = Arrays.stream(pairs).map(pair -> pair >>> 32).distinct().toArray();
    starts = new int[grams.length + 1];
    holders = new int[pairs.length];
    int gram = -1;
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] >>> 32 != pairs[i - 1] >>> 32) {
        starts[++gram] = i;
      }
      holders[i] = (int) pairs[i];
    }
    starts[grams.length] = pairs.length;
  }

  private static char[] letters(String[] terms) {
    TreeSet<Character> all = new TreeSet<>();
    for (String term : terms) {
      term.chars().forEach(c -> all.add((char) c));
    }
    char[] letters = new char[all.size()];
    int i = 0;
    for (char letter : all) {
      letters[i++] = letter;
    }
    return letters;
  }

  /** Each trigram of each word with the word's place, in order. */
  private long[] pairs() {
    long[] pairs = new long[Arrays.stream(terms).mapToInt(String::length).sum()];
    int size = 0;
    for (int term = 0; term < terms.length; term++) {
      long[] grams = gramsOf(terms[term]);
      gramsOfTerm[term] = (byte) grams.length;
      for (long gram : grams) {
        pairs[size++] = gram << 32 | term;
      }
    }
    pairs = Arrays.copyOf(pairs, size);
    Arrays.sort(pairs);
    return pairs;
  }

  /** Its trigrams, each once; those with a letter that no word has are left out. */
  private long[] gramsOf(String word) {
    String padded = " " + word + " ";
    long[] found = new long[word.length()];
    int size = 0;
    for (int i = 0; i + 3 <= padded.length(); i++) {
      int first = code(padded.charAt(i));
      int second = code(padded.charAt(i + 1));
      int third = code(padded.charAt(i + 2));
      if (first >= 0 && second >= 0 && third >= 0) {
        size = addOnce(found, size, (long) first << 20 | second << 10 | third);
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** A word has few trigrams: looking at all is quicker than a set. */
  private static int addOnce(long[] found, int size, long gram) {
    for (int i = 0; i < size; i++) {
      if (found[i] == gram) {
        return size;
      }
    }
    found[size] = gram;
    return size + 1;
  }

  /** Ten bits; a vocabulary of more letters than that has some that count as the same. */
  private int code(char letter) {
    int place = Arrays.binarySearch(letters, letter);
    if (place < 0) {
      return letter == ' ' ? 0 : -1;
    }
    return 1 + place % 1023;
  }

  int size() {
    return terms.length;
  }

  String term(int place) {
    return terms[place];
  }

  /** The place of that very word; negative if it is none of them. */
  int place(String word) {
    return Arrays.binarySearch(terms, word);
  }

  /**
   * The words most like it, best first.
   *
   * @param counts as many zeros as there are words; zeros again afterwards
   */
  List<Alike> like(String asked, int[] counts) {
    int[] touched = new int[64];
    int size = 0;
    long[] own = gramsOf(asked);
    for (long gram : own) {
      int at = Arrays.binarySearch(grams, gram);
      for (int i = at < 0 ? 0 : starts[at]; at >= 0 && i < starts[at + 1]; i++) {
        if (counts[holders[i]]++ == 0) {
          if (size == touched.length) {
            touched = Arrays.copyOf(touched, 2 * size);
          }
          touched[size++] = holders[i];
        }
      }
    }
    List<Alike> alike = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int term = touched[i];
      int shared = counts[term];
      counts[term] = 0;
      if (mayBeAlike(asked, own.length, term, shared)) {
        double likeness = SearchLikeness.of(asked, terms[term], shared);
        if (likeness >= LEAST) {
          alike.add(new Alike(term, likeness));
        }
      }
    }
    alike.sort(BEST_FIRST);
    return alike.size() > MOST_ALIKE ? alike.subList(0, MOST_ALIKE) : alike;
  }

  /** Whether so few common trigrams can be enough; a look at the letters costs more. */
  private boolean mayBeAlike(String asked, int grams, int term, int shared) {
    if (shared < 2) {
      return terms[term].equals(asked);
    }
    int a = asked.length();
    int t = terms[term].length();
    return shared >= Math.min(grams, gramsOfTerm[term]) - 2
        || 4 * shared >= a + t
        || SearchLikeness.mayBeSlips(a, t, shared);
  }

  /** A compound that nobody wrote down, as two words that somebody did; else the word alone. */
  List<String> parts(String word, Set<String> passedOver) {
    if (word.length() < SHORTEST_COMPOUND || place(word) >= 0 || passedOver.contains(word)) {
      return List.of(word);
    }
    List<String> best = List.of(word);
    int shortest = 0;
    for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      String first = word.substring(0, i);
      if (place(first) < 0 || passedOver.contains(first)) {
        continue;
      }
      for (String link : LINKS) {
        if (!word.startsWith(link, i) || word.length() - i - link.length() < SHORTEST_PART) {
          continue;
        }
        String second = word.substring(i + link.length());
        int shorter = Math.min(first.length(), second.length());
        if (shorter > shortest && place(second) >= 0 && !passedOver.contains(second)) {
          best = List.of(first, second);
          shortest = shorter;
        }
      }
    }
    return best;
  }
}
