package de.notbetrieb.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A made-up town of six hundred services in eleven languages: the entries of the template again and
 * again, each time with words of its own, as long and as alike as real ones.
 */
final class LargeTown {
  private static final List<String> LANGUAGES =
      List.of("de", "de-x-simple", "en", "tr", "uk", "ar", "ru", "ro", "pl", "fr", "it");
  private static final String[] SYLLABLES = {"", "ka", "lor", "mi", "sten", "ur", "voo", "zel"};

  private LargeTown() {}

  static List<SearchIndex.Entry> of(List<SearchIndex.Entry> template, int size) {
    List<SearchIndex.Entry> entries = new ArrayList<>();
    for (int copy = 0; entries.size() < size; copy++) {
      for (int i = 0; i < template.size() && entries.size() < size; i++) {
        entries.add(varied(template.get(i), copy));
      }
    }
    return entries;
  }

  private static SearchIndex.Entry varied(SearchIndex.Entry entry, int copy) {
    List<SearchIndex.Phrase> phrases = new ArrayList<>();
    entry.phrases().forEach(p -> phrases.add(varied(p.language(), p.words(), copy, 0)));
    Set<String> there =
        entry.phrases().stream().map(SearchIndex.Phrase::language).collect(Collectors.toSet());
    for (int language = 0; language < LANGUAGES.size(); language++) {
      String code = LANGUAGES.get(language);
      if (!there.contains(code)) {
        for (SearchIndex.Phrase german : entry.phrases()) {
          if (german.language().equals("de")) {
            phrases.add(varied(code, german.words(), copy, language));
          }
        }
      }
    }
    return new SearchIndex.Entry(phrases, entry.text());
  }

  private static SearchIndex.Phrase varied(String language, String words, int copy, int shift) {
    StringBuilder varied = new StringBuilder();
    for (String word : words.split(" ")) {
      varied.append(varied.isEmpty() ? "" : " ");
      word.toLowerCase(java.util.Locale.ROOT)
          .chars()
          .forEach(
              c -> varied.append((char) (c < 'a' || c > 'z' ? c : 'a' + (c - 'a' + shift) % 26)));
      varied.append(word.length() > 3 ? SYLLABLES[copy % SYLLABLES.length] : "");
    }
    return new SearchIndex.Phrase(language, varied.toString());
  }
}
