package de.notbetrieb.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be found, as phrases, and in which of them a word stands. */
final class SearchPhrases {
  /** What words of the frame ("how", "my", "the") weigh against those that say something. */
  private static final double PASSED_OVER_WEIGHT = 0.15;

  private static final int TEXT = -1;

  private final Set<String> passedOver;
  private final int entries;
  private final List<String> languages;
  private final SearchVocabulary vocabulary;
  private final int[] starts;
  private final int[] postings;
  private final int[] entryOf;
  private final byte[] languageOf;
  private final double[] weightOf;

  /** A phrase with its words, each once. */
  private record Read(int entry, int language, List<String> words) {}

  SearchPhrases(List<SearchIndex.Entry> all, List<String> passedOver) {
    this.passedOver = new HashSet<>();
    passedOver.forEach(word -> this.passedOver.addAll(SearchFolding.tokens(word)));
    entries = all.size();
    languages =
        all.stream()
            .flatMap(entry -> entry.phrases().stream().map(SearchIndex.Phrase::language))
            .distinct()
            .toList();
    // the same words come again and again: one string for each
    Map<String, String> known = new HashMap<>();
    List<Read> read = read(all, known);
    vocabulary = new SearchVocabulary(known.keySet());
    int[][] terms = terms(read);
    entryOf = read.stream().mapToInt(Read::entry).toArray();
    languageOf = new byte[read.size()];
    for (int phrase = 0; phrase < languageOf.length; phrase++) {
      languageOf[phrase] = (byte) read.get(phrase).language();
    }
    starts = new int[vocabulary.size() + 1];
    postings = postings(terms);
    weightOf = weights(terms);
  }

  private List<Read> read(List<SearchIndex.Entry> all, Map<String, String> known) {
    List<Read> read = new ArrayList<>();
    for (int entry = 0; entry < all.size(); entry++) {
      Set<Read> seen = new LinkedHashSet<>();
      for (SearchIndex.Phrase phrase : all.get(entry).phrases()) {
        seen.add(read(entry, languages.indexOf(phrase.language()), phrase.words(), known));
      }
      for (String text : all.get(entry).text()) {
        seen.add(read(entry, TEXT, text, known));
      }
      seen.stream().filter(one -> !one.words().isEmpty()).forEach(read::add);
    }
    return read;
  }

  private static Read read(int entry, int language, String words, Map<String, String> known) {
    List<String> tokens =
        SearchFolding.tokens(words).stream()
            .distinct()
            .map(word -> known.computeIfAbsent(word, same -> same))
            .toList();
    return new Read(entry, language, tokens);
  }

  /** Each phrase by the places of its words. */
  private int[][] terms(List<Read> read) {
    Map<String, Integer> places = new HashMap<>();
    for (int term = 0; term < vocabulary.size(); term++) {
      places.put(vocabulary.term(term), term);
    }
    return read.stream()
        .map(one -> one.words().stream().mapToInt(word -> places.getOrDefault(word, -1)).toArray())
        .toArray(int[][]::new);
  }

  private int[] postings(int[][] terms) {
    for (int[] phrase : terms) {
      for (int term : phrase) {
        starts[term + 1]++;
      }
    }
    for (int term = 0; term < vocabulary.size(); term++) {
      starts[term + 1] += starts[term];
    }
    int[] next = Arrays.copyOf(starts, vocabulary.size());
    int[] all = new int[starts[vocabulary.size()]];
    for (int phrase = 0; phrase < terms.length; phrase++) {
      for (int term : terms[phrase]) {
        all[next[term]++] = phrase;
      }
    }
    return all;
  }

  private double[] weights(int[][] terms) {
    double[] weightOfTerm = new double[vocabulary.size()];
    for (int term = 0; term < weightOfTerm.length; term++) {
      weightOfTerm[term] = rarity(holders(term)) * importance(vocabulary.term(term));
    }
    double[] weights = new double[terms.length];
    for (int phrase = 0; phrase < weights.length; phrase++) {
      for (int term : terms[phrase]) {
        weights[phrase] += weightOfTerm[term];
      }
    }
    return weights;
  }

  private int holders(int term) {
    int holders = 0;
    int last = -1;
    for (int i = starts[term]; i < starts[term + 1]; i++) {
      // phrases of an entry follow each other
      holders += entryOf[postings[i]] == last ? 0 : 1;
      last = entryOf[postings[i]];
    }
    return holders;
  }

  /** What a word weighs that so many entries hold. */
  double rarity(int holders) {
    return Math.log(1 + (entries - holders + 0.5) / (holders + 0.5));
  }

  double importance(String word) {
    return isPassedOver(word) ? PASSED_OVER_WEIGHT : 1;
  }

  boolean isPassedOver(String word) {
    return passedOver.contains(word);
  }

  List<String> parts(String word) {
    return vocabulary.parts(word, passedOver);
  }

  SearchVocabulary vocabulary() {
    return vocabulary;
  }

  List<String> languages() {
    return languages;
  }

  int entries() {
    return entries;
  }

  int size() {
    return entryOf.length;
  }

  /** Where the phrases with that word begin; they end where those of the next one begin. */
  int start(int term) {
    return starts[term];
  }

  int phrase(int posting) {
    return postings[posting];
  }

  int entryOf(int phrase) {
    return entryOf[phrase];
  }

  boolean isText(int phrase) {
    return languageOf[phrase] == TEXT;
  }

  int languageOf(int phrase) {
    return languageOf[phrase];
  }

  double weightOf(int phrase) {
    return weightOf[phrase];
  }
}
