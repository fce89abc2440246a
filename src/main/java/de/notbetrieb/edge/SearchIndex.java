package de.notbetrieb.edge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds services, answers, offices and contacts by everyday words: whole words, beginnings, parts,
 * and words that look alike by their trigrams. What is not alike enough is not found: a wrong hit
 * costs a resident more than an honest "nothing".
 */
final class SearchIndex {
  static final int MAX_RESULTS = 20;
  private static final int MAX_TOKENS = 8;
  private static final int MAX_QUERY = 200;
  private static final double THRESHOLD = 0.45;
  private static final double ALIKE = 0.5;
  private static final Set<String> PASSED_OVER =
      Set.of(
          ("der die das ein eine einen einem mein meine meinen dein und oder ich wir sie ist sind"
                  + " wie wo was wann kann man muss mir zu zum zur im in am an auf bei fuer mit"
                  + " von nach brauche moechte will the a my i is are how where what when can to"
                  + " of for do need want")
              .split(" "));

  private final List<Entry> entries;
  private final JsonNode edition;

  /** Something that can be found. */
  record Entry(
      String kind,
      String address,
      JsonNode name,
      Optional<String> state,
      Optional<JsonNode> sentence,
      Set<String> words,
      Set<String> text) {}

  private SearchIndex(List<Entry> entries, JsonNode edition) {
    this.entries = entries;
    this.edition = edition;
  }

  static SearchIndex of(byte[] json) {
    JsonNode edition = JsonMapper.shared().readTree(json);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode one : edition.path("services")) {
      Set<String> words = words(one.path("name"));
      one.path("words").forEach(word -> words.addAll(words(word)));
      entries.add(
          new Entry(
              "service",
              "../dienste/" + slug(one) + "/",
              one.path("name"),
              Optional.of(one.path("state").asString("UNKNOWN")),
              Optional.of(one.path("instruction")),
              words,
              words(one.path("instruction"))));
    }
    for (JsonNode one : edition.path("answers")) {
      Set<String> body = new HashSet<>();
      one.path("body").forEach(part -> body.addAll(words(part)));
      String address = "../fragen/#" + slug(one);
      entries.add(
          entry("answer", address, one.path("question"), words(one.path("question")), body));
    }
    for (JsonNode one : edition.path("offices")) {
      Set<String> lines = new HashSet<>();
      one.path("addressLines").forEach(line -> lines.addAll(tokens(line.asString(""))));
      String address = "../orte/#" + slug(one);
      entries.add(entry("office", address, one.path("name"), words(one.path("name")), lines));
    }
    for (JsonNode one : edition.path("contacts")) {
      Set<String> words = words(one.path("label"));
      one.path("topics").forEach(topic -> words.addAll(words(topic)));
      String address = "../telefon/#" + slug(one);
      entries.add(entry("contact", address, one.path("label"), words, Set.of()));
    }
    return new SearchIndex(List.copyOf(entries), edition);
  }

  private static Entry entry(
      String kind, String address, JsonNode name, Set<String> words, Set<String> text) {
    return new Entry(kind, address, name, Optional.empty(), Optional.empty(), words, text);
  }

  List<Entry> find(String query) {
    List<String> asked =
        tokens(query.substring(0, Math.min(query.length(), MAX_QUERY))).stream()
            .filter(token -> !PASSED_OVER.contains(token))
            .distinct()
            .limit(MAX_TOKENS)
            .toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    record Hit(Entry entry, double score) {}
    return entries.stream()
        .map(entry -> new Hit(entry, score(entry, asked)))
        .filter(hit -> hit.score() >= THRESHOLD)
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(MAX_RESULTS)
        .map(Hit::entry)
        .toList();
  }

  private static double score(Entry entry, List<String> asked) {
    double sum = 0;
    for (String token : asked) {
      double best = entry.text().contains(token) ? 0.5 : 0;
      for (String word : entry.words()) {
        best = Math.max(best, likeness(token, word));
      }
      sum += best;
    }
    double kind = entry.kind().equals("service") ? 0.02 : 0;
    return sum == 0 ? 0 : sum / asked.size() + kind;
  }

  private static double likeness(String asked, String word) {
    if (asked.equals(word)) {
      return 1;
    }
    if (asked.length() >= 3 && word.startsWith(asked)) {
      return 0.85;
    }
    if (asked.length() >= 4 && word.contains(asked)) {
      return 0.75;
    }
    if (word.length() >= 5 && asked.contains(word)) {
      return 0.7;
    }
    double alike = trigrams(asked, word);
    return alike >= ALIKE ? alike * 0.9 : 0;
  }

  private static double trigrams(String one, String other) {
    Set<String> left = trigrams(one);
    Set<String> right = trigrams(other);
    long common = left.stream().filter(right::contains).count();
    return 2.0 * common / (left.size() + right.size());
  }

  private static Set<String> trigrams(String word) {
    String padded = " " + word + " ";
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      grams.add(padded.substring(i, i + 3));
    }
    return grams;
  }

  JsonNode edition() {
    return edition;
  }

  private static String slug(JsonNode node) {
    return node.path("slug").asString("");
  }

  private static Set<String> words(JsonNode text) {
    Set<String> words = new HashSet<>(tokens(text.path("de").asString("")));
    words.addAll(tokens(text.path("en").asString("")));
    return words;
  }

  static List<String> tokens(String text) {
    String plain =
        text.toLowerCase(Locale.GERMAN)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String stripped = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return List.of(stripped.split("[^\\p{L}\\p{N}]+")).stream()
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
