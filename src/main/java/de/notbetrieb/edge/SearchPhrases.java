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
    List<Read> read = read(all);
    vocabulary = new SearchVocabulary(read.stream().flatMap(one -> one.words().stream()).toList());
    entryOf = read.stream().mapToInt(Read::entry).toArray();
    languageOf = new byte[read.size()];
    starts = new int[vocabulary.size() + 1];
    postings = postings(read);
    weightOf = weights(read);
  }

  private List<Read> read(List<SearchIndex.Entry> all) {
    List<Read> read = new ArrayList<>();
    // the same words come again and again: one string for each
    Map<String, String> known = new HashMap<>();
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

  private int[] postings(List<Read> read) {
    for (Read phrase : read) {
      phrase.words().forEach(word -> starts[vocabulary.place(word) + 1]++);
    }
    for (int term = 0; term < vocabulary.size(); term++) {
      starts[term + 1] += starts[term];
    }
    int[] next = Arrays.copyOf(starts, vocabulary.size());
    int[] all = new int[starts[vocabulary.size()]];
    for (int phrase = 0; phrase < read.size(); phrase++) {
      languageOf[phrase] = (byte) read.get(phrase).language();
      for (String word : read.get(phrase).words()) {
        all[next[vocabulary.place(word)]++] = phrase;
      }
    }
    return all;
  }

  private double[] weights(List<Read> read) {
    double[] rarity = new double[vocabulary.size()];
    for (int term = 0; term < rarity.length; term++) {
      int holders = 0;
      int last = -1;
      for (int i = starts[term]; i < starts[term + 1]; i++) {
        // phrases of an entry follow each other
        holders += entryOf[postings[i]] == last ? 0 : 1;
        last = entryOf[postings[i]];
      }
      rarity[term] = rarity(holders);
    }
    double[] weights = new double[read.size()];
    for (int phrase = 0; phrase < weights.length; phrase++) {
      for (String word : read.get(phrase).words()) {
        weights[phrase] += rarity[vocabulary.place(word)] * importance(word);
      }
    }
    return weights;
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
