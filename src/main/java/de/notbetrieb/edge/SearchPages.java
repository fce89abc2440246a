package de.notbetrieb.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What an edition brings for its search: by which words something is found, and how it is shown in
 * each language. docs/formats/search.md describes both files.
 */
final class SearchPages {
  private static final System.Logger LOG = System.getLogger(SearchPages.class.getName());
  private static final String UNREADABLE = "A file of the search cannot be read";
  static final String WORDS = "suche/woerter.json";
  static final String GERMAN_PAGE = "suche/index.json";
  private static final Pattern SHOWN = Pattern.compile("(?:([a-z][a-z-]*)/)?suche/index\\.json");
  private static final String GERMAN = "de";

  private final SearchIndex index;
  private final Map<String, String> languages;
  private final Map<String, Page> pages = new HashMap<>();

  /** What a language shows: the entries in the order of the words, and the ways that are open. */
  private record Page(List<Shown> entries, List<Way> ways) {
    static final Page NONE = new Page(List.of(), List.of());
  }

  /**
   * How something that can be found is shown.
   *
   * @param kind what it is, if it has no state
   */
  record Shown(
      String address,
      Said title,
      Optional<String> kind,
      Optional<State> state,
      Optional<Said> sentence) {}

  /**
   * Words.
   *
   * @param in their language, empty for the page's
   */
  record Said(String words, String in) {}

  record State(String code, String symbol, String words) {}

  /** A way in that is open now. */
  record Way(Said label, String value, String dial) {}

  /**
   * Something that was found.
   *
   * @param language the name of the language of the words by which it was found, if it is not the
   *     page's
   */
  record Found(Shown shown, Optional<String> language) {}

  private SearchPages(SearchIndex index, Map<String, String> languages) {
    this.index = index;
    this.languages = languages;
  }

  /** An edition that brings nothing for a search. */
  static SearchPages none() {
    return new SearchPages(new SearchIndex(List.of(), List.of()), Map.of());
  }

  static boolean isShown(String path) {
    return SHOWN.matcher(path).matches();
  }

  static SearchPages words(byte[] json) {
    SearchWords words = new SearchWords();
    try {
      words.read(json);
    } catch (JacksonException e) {
      LOG.log(System.Logger.Level.WARNING, UNREADABLE, e);
    }
    return new SearchPages(new SearchIndex(words.entries(), words.passedOver()), words.languages());
  }

  /** The same words, before any language is shown. */
  SearchPages sameWords() {
    return new SearchPages(index, languages);
  }

  /**
   * Of an edition that was made before there was a file of words: a list of what is shown, with its
   * words in one string.
   */
  static SearchPages firstForm(Map<String, byte[]> shown) {
    byte[] json = shown.getOrDefault(GERMAN_PAGE, new byte[] {'[', ']'});
    List<SearchIndex.Entry> entries = new ArrayList<>();
    for (JsonNode one : tree(json)) {
      SearchIndex.Phrase title = new SearchIndex.Phrase(GERMAN, string(one, "title"));
      SearchIndex.Phrase words = new SearchIndex.Phrase(GERMAN, string(one, "words"));
      entries.add(new SearchIndex.Entry(List.of(title, words), List.of()));
    }
    return new SearchPages(new SearchIndex(entries, List.of()), Map.of());
  }

  void show(String path, byte[] json) {
    JsonNode file = tree(json);
    Matcher matcher = SHOWN.matcher(path);
    String language = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : GERMAN;
    List<Shown> entries = new ArrayList<>();
    if (file.isArray()) {
      file.forEach(one -> entries.add(firstShown(one)));
    }
    file.path("entries").forEach(one -> entries.add(shown(one)));
    List<Way> ways = new ArrayList<>();
    for (JsonNode one : file.path("ways")) {
      ways.add(new Way(said(one.path("label")), string(one, "value"), string(one, "dial")));
    }
    pages.put(language, new Page(List.copyOf(entries), List.copyOf(ways)));
  }

  private static Shown shown(JsonNode one) {
    JsonNode state = one.path("state");
    JsonNode kind = one.path("kind");
    return new Shown(
        string(one, "address"),
        said(one.path("title")),
        kind.isString() ? Optional.of(kind.asString()) : Optional.empty(),
        state.isObject()
            ? Optional.of(
                new State(string(state, "code"), string(state, "symbol"), string(state, "words")))
            : Optional.empty(),
        one.path("sentence").isObject()
            ? Optional.of(said(one.path("sentence")))
            : Optional.empty());
  }

  private static Shown firstShown(JsonNode one) {
    return new Shown(
        string(one, "address"),
        new Said(string(one, "title"), ""),
        Optional.of(string(one, "state")).filter(state -> !state.isEmpty()),
        Optional.empty(),
        Optional.of(new Said(string(one, "sentence"), "")).filter(said -> !said.words().isEmpty()));
  }

  private static Said said(JsonNode said) {
    return new Said(string(said, "words"), string(said, "in"));
  }

  /** What was found, best first, as that language shows it. */
  List<Found> find(String query, String language) {
    List<Shown> entries = shown(language);
    return index.find(query, language).stream()
        .filter(hit -> hit.entry() < entries.size())
        .map(hit -> new Found(entries.get(hit.entry()), named(hit.language(), language)))
        .toList();
  }

  private Optional<String> named(String found, String shown) {
    return found.equals(shown) ? Optional.empty() : Optional.ofNullable(languages.get(found));
  }

  SearchIndex index() {
    return index;
  }

  List<Shown> shown(String language) {
    return page(language).entries();
  }

  List<Way> ways(String language) {
    return page(language).ways();
  }

  private Page page(String language) {
    Page own = pages.get(language);
    return own == null ? pages.getOrDefault(GERMAN, Page.NONE) : own;
  }

  /** What cannot be read finds nothing: the pages of a signed edition are shown all the same. */
  private static JsonNode tree(byte[] json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      LOG.log(System.Logger.Level.WARNING, UNREADABLE, e);
      return MissingNode.getInstance();
    }
  }

  private static String string(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
