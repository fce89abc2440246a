package de.notbetrieb.edge;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds services, answers, offices, contacts and life situations by everyday words of every
 * language at once: whole words, beginnings, parts of compounds, slips of the finger. What is not
 * alike enough is not found: a wrong hit costs a resident more than an honest "nothing". {@code
 * suche.js} ranks in the same way on a plain web host; docs/formats/search.md says how.
 */
final class SearchIndex {
  private static final int MAX_TOKENS = 12;
  private static final int MAX_QUERY = 200;

  private final SearchPhrases phrases;
  private final AtomicReference<SearchTally> spare = new AtomicReference<>();

  /**
   * Something that can be found.
   *
   * @param phrases names and everyday words
   * @param text whole sentences, in which a word counts less
   */
  record Entry(List<Phrase> phrases, List<String> text) {}

  record Phrase(String language, String words) {}

  /**
   * Something that was found.
   *
   * @param entry its place among the entries
   * @param language of the words by which it was found; empty if only its text says them
   */
  record Hit(int entry, String language, double score) {}

  SearchIndex(List<Entry> entries, List<String> passedOver) {
    phrases = new SearchPhrases(entries, passedOver);
  }

  /** The best entries, best first; the reader's language is named if its words say it as well. */
  List<Hit> find(String query, String language) {
    List<String> asked = asked(query);
    SearchTally free = spare.getAndSet(null);
    SearchTally tally = free == null ? new SearchTally(phrases) : free;
    List<Hit> hits = tally.find(asked, phrases.languages().indexOf(language));
    tally.clear();
    spare.set(tally);
    return hits;
  }

  private List<String> asked(String query) {
    return SearchFolding.tokens(query.substring(0, Math.min(query.length(), MAX_QUERY))).stream()
        .distinct()
        .flatMap(word -> phrases.parts(word).stream())
        .limit(MAX_TOKENS)
        .toList();
  }
}
