package de.notbetrieb.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code suche/woerter.json}, read entry by entry: a large town's file would be many times its
 * bytes as a tree.
 */
final class SearchWords {
  private final List<SearchIndex.Entry> entries = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final Map<String, String> languages = new HashMap<>();

  /** Takes what is there up to the first mistake, of which an exception of Jackson's tells. */
  void read(byte[] json) {
    try (JsonParser parser = JsonMapper.shared().createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        while (value == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
          take(key, parser.readValueAsTree());
        }
        parser.skipChildren();
      }
    }
  }

  private void take(String key, JsonNode one) {
    switch (key) {
      case "entries" -> entries.add(entry(one));
      case "passedOver" -> passedOver.add(one.asString(""));
      case "languages" ->
          languages.put(one.path("code").asString(""), one.path("name").asString(""));
      default -> {
        // of a later version
      }
    }
  }

  private static SearchIndex.Entry entry(JsonNode one) {
    List<SearchIndex.Phrase> phrases = new ArrayList<>();
    for (JsonNode of : one.path("phrases")) {
      String language = of.path("in").asString("");
      of.path("words")
          .forEach(word -> phrases.add(new SearchIndex.Phrase(language, word.asString(""))));
    }
    List<String> text = new ArrayList<>();
    one.path("text").forEach(sentence -> text.add(sentence.asString("")));
    return new SearchIndex.Entry(phrases, text);
  }

  List<SearchIndex.Entry> entries() {
    return entries;
  }

  List<String> passedOver() {
    return passedOver;
  }

  /** The names of languages by their codes. */
  Map<String, String> languages() {
    return languages;
  }
}
