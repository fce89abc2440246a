package de.notbetrieb.edge;

import de.notbetrieb.edge.SearchVocabulary.Alike;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sums of one question. An entry is as good as what its words meet of the question, and as the
 * one phrase of it that is most like the whole question. Used again for the next question, never by
 * two at once.
 */
final class SearchTally {
  static final int MAX_RESULTS = 20;

  /** What a word weighs that nothing is like: people write more than we know. */
  private static final double UNKNOWN_WEIGHT = 0.3;

  private static final double TEXT_WEIGHT = 0.5;
  private static final double TWO_WORDS_AS_ONE = 0.97;
  private static final double SAME = 0.9;
  private static final int LONG_ENOUGH = 4;

  /** How much of the question must be met, with a word that is the same, or without one. */
  private static final double LEAST_WITH_A_SAME_WORD = 0.25;

  private static final double LEAST = 0.45;

  /** Hits that are worse than this part of the best one would only distract. */
  private static final double TAIL = 0.4;

  private final SearchPhrases phrases;
  private final int[] counts;
  private final double[] metByPhrase;
  private final double[] metByEntry;
  private final double[] metByWord;
  private final boolean[] hasSameWord;
  private final double[] bestPhrase;
  private final double[] bestInLanguage;
  private final int[] bestLanguage;
  private final int[] seenPhrase;
  private final int[] seenEntry;
  private final Places touchedPhrases = new Places();
  private final Places touchedEntries = new Places();
  private final Places entriesOfWord = new Places();
  private double total;
  private int word;

  /** A list of places that grows. */
  private static final class Places {
    private int[] all = new int[256];
    private int size;

    void add(int place) {
      if (size == all.length) {
        all = java.util.Arrays.copyOf(all, 2 * size);
      }
      all[size++] = place;
    }
  }

  SearchTally(SearchPhrases phrases) {
    this.phrases = phrases;
    counts = new int[phrases.vocabulary().size()];
    metByPhrase = new double[phrases.size()];
    seenPhrase = new int[phrases.size()];
    metByEntry = new double[phrases.entries()];
    metByWord = new double[phrases.entries()];
    hasSameWord = new boolean[phrases.entries()];
    bestPhrase = new double[phrases.entries()];
    bestInLanguage = new double[phrases.entries()];
    bestLanguage = new int[phrases.entries()];
    seenEntry = new int[phrases.entries()];
  }

  List<SearchIndex.Hit> find(List<String> asked, int language) {
    boolean onlyFrame = asked.stream().allMatch(phrases::isPassedOver);
    List<List<Alike>> alike = alike(asked);
    for (int i = 0; i < asked.size(); i++) {
      meet(asked.get(i), alike.get(i), onlyFrame);
    }
    for (int i = 0; i < touchedPhrases.size; i++) {
      comparePhrase(touchedPhrases.all[i], language);
    }
    return hits();
  }

  /** For each word those like it; two that stand together may be one compound. */
  private List<List<Alike>> alike(List<String> asked) {
    List<List<Alike>> all = new ArrayList<>();
    for (String one : asked) {
      all.add(new ArrayList<>(phrases.isPassedOver(one) ? same(one) : like(one)));
    }
    for (int i = 0; i + 1 < asked.size(); i++) {
      int both = phrases.vocabulary().place(SearchFolding.word(asked.get(i) + asked.get(i + 1)));
      if (both >= 0) {
        all.get(i).add(new Alike(both, TWO_WORDS_AS_ONE));
        all.get(i + 1).add(new Alike(both, TWO_WORDS_AS_ONE));
      }
    }
    all.forEach(one -> one.sort(SearchVocabulary.BEST_FIRST));
    return all;
  }

  private List<Alike> like(String one) {
    return phrases.vocabulary().like(one, counts);
  }

  private List<Alike> same(String one) {
    int place = phrases.vocabulary().place(one);
    return place < 0 ? List.of() : List.of(new Alike(place, 1));
  }

  private void meet(String asked, List<Alike> alike, boolean onlyFrame) {
    boolean frame = !onlyFrame && phrases.isPassedOver(asked);
    if (alike.isEmpty()) {
      total += frame ? 0 : UNKNOWN_WEIGHT * phrases.rarity(0);
      return;
    }
    double best = alike.getFirst().likeness();
    double rarity = phrases.rarity(holders(alike, SAME * best));
    double weight = rarity * (onlyFrame ? 1 : phrases.importance(asked)) * certainty(best);
    total += weight;
    word++;
    for (Alike one : alike) {
      boolean isLong = phrases.vocabulary().term(one.term()).length() >= LONG_ENOUGH;
      boolean same = one.likeness() >= SAME && !frame && isLong;
      for (int i = phrases.start(one.term()); i < phrases.start(one.term() + 1); i++) {
        meet(phrases.phrase(i), one.likeness(), weight, same);
      }
    }
    for (int i = 0; i < entriesOfWord.size; i++) {
      int entry = entriesOfWord.all[i];
      if (metByEntry[entry] == 0) {
        touchedEntries.add(entry);
      }
      metByEntry[entry] += weight * metByWord[entry] * metByWord[entry];
    }
    entriesOfWord.size = 0;
  }

  /** The word most like the one asked for comes first, and only it counts. */
  private void meet(int phrase, double likeness, double weight, boolean same) {
    if (seenPhrase[phrase] == word) {
      return;
    }
    seenPhrase[phrase] = word;
    boolean text = phrases.isText(phrase);
    if (!text) {
      if (metByPhrase[phrase] == 0) {
        touchedPhrases.add(phrase);
      }
      metByPhrase[phrase] += weight * likeness * likeness * likeness;
    }
    int entry = phrases.entryOf(phrase);
    if (seenEntry[entry] != word) {
      seenEntry[entry] = word;
      metByWord[entry] = 0;
      entriesOfWord.add(entry);
    }
    metByWord[entry] = Math.max(metByWord[entry], text ? TEXT_WEIGHT * likeness : likeness);
    hasSameWord[entry] |= same && !text;
  }

  private static double certainty(double best) {
    return best >= 0.7 ? 1 : 0.5 + 0.5 * best;
  }

  /** How many entries hold one of the words that are that much alike. */
  private int holders(List<Alike> alike, double least) {
    word++;
    int holders = 0;
    for (Alike one : alike) {
      if (one.likeness() < least) {
        break;
      }
      for (int i = phrases.start(one.term()); i < phrases.start(one.term() + 1); i++) {
        int entry = phrases.entryOf(phrases.phrase(i));
        if (seenEntry[entry] != word) {
          seenEntry[entry] = word;
          holders++;
        }
      }
    }
    return holders;
  }

  /** Another language is named only when its words say it much better than the reader's. */
  private void comparePhrase(int phrase, int language) {
    int entry = phrases.entryOf(phrase);
    double like = 2 * metByPhrase[phrase] / (total + phrases.weightOf(phrase));
    bestPhrase[entry] = Math.max(bestPhrase[entry], like);
    double inLanguage = phrases.languageOf(phrase) == language ? 2 * like : like;
    if (inLanguage > bestInLanguage[entry]) {
      bestInLanguage[entry] = inLanguage;
      bestLanguage[entry] = phrases.languageOf(phrase);
    }
  }

  private List<SearchIndex.Hit> hits() {
    List<SearchIndex.Hit> hits = new ArrayList<>();
    for (int i = 0; i < touchedEntries.size; i++) {
      int entry = touchedEntries.all[i];
      double met = metByEntry[entry] / total;
      if (met >= (hasSameWord[entry] ? LEAST_WITH_A_SAME_WORD : LEAST)) {
        // rounded, so that another language's mathematics gives the same order
        long score = Math.round((0.5 * met + 0.5 * bestPhrase[entry]) * 1e6);
        hits.add(new SearchIndex.Hit(entry, language(entry), score / 1e6));
      }
    }
    hits.sort(
        Comparator.comparingDouble(SearchIndex.Hit::score)
            .reversed()
            .thenComparingInt(SearchIndex.Hit::entry));
    return hits.stream()
        .filter(hit -> hit.score() >= TAIL * hits.getFirst().score())
        .limit(MAX_RESULTS)
        .toList();
  }

  private String language(int entry) {
    return bestPhrase[entry] == 0 ? "" : phrases.languages().get(bestLanguage[entry]);
  }

  /** Ready for the next question, whatever became of this one. */
  void clear() {
    for (int i = 0; i < touchedPhrases.size; i++) {
      metByPhrase[touchedPhrases.all[i]] = 0;
    }
    for (int i = 0; i < touchedEntries.size; i++) {
      int entry = touchedEntries.all[i];
      metByEntry[entry] = 0;
      bestPhrase[entry] = 0;
      bestInLanguage[entry] = 0;
      hasSameWord[entry] = false;
    }
    touchedPhrases.size = 0;
    touchedEntries.size = 0;
    entriesOfWord.size = 0;
    total = 0;
  }
}
