package de.notbetrieb.town.web;

import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody typed into a form of the phone book; every mistake is told at once. */
final class TypedEntry {
  static final String NEW = "neu";
  private static final int MAX_LINE = 300;
  private static final int MAX_TOPICS = 30;

  private final Map<String, String> fields;
  private final List<Problem> problems = new ArrayList<>();

  TypedEntry(Map<String, String> fields) {
    this.fields = Map.copyOf(fields);
  }

  String line(String field) {
    String words = fields.getOrDefault(field, "").strip();
    if (words.length() > MAX_LINE) {
      wrong(field, "situation.too-long", String.valueOf(MAX_LINE));
    }
    return words;
  }

  boolean ticked(String field) {
    return line(field).equals("true");
  }

  /** A sentence that must be there. */
  Text needed(String field, Optional<Text> before) {
    return text(field, before)
        .orElseGet(
            () -> {
              wrong(field, "town.missing");
              return Text.of("?");
            });
  }

  String neededLine(String field) {
    String words = line(field);
    if (words.isEmpty()) {
      wrong(field, "town.missing");
    }
    return words;
  }

  /**
   * @param before what stood there: its other languages stay as long as the German words do
   */
  Optional<Text> text(String field, Optional<Text> before) {
    String german = line(field);
    String english = line(field + "En");
    if (german.isEmpty() && !english.isEmpty()) {
      wrong(field, "situation.german-missing");
    }
    return german.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.typed(german, english, before.stream().toList()));
  }

  /** One per line; the English ones belong to them when there are as many. */
  List<Text> lines(String field, List<Text> before) {
    List<String> german = split(field);
    List<String> english = split(field + "En");
    if (german.size() > MAX_TOPICS) {
      wrong(field, "town.full", String.valueOf(MAX_TOPICS));
    }
    if (!english.isEmpty() && english.size() != german.size()) {
      wrong(field + "En", "town.lines-differ", String.valueOf(german.size()));
    }
    return Text.typed(german, english.size() == german.size() ? english : List.of(), before);
  }

  private List<String> split(String field) {
    return Arrays.stream(fields.getOrDefault(field, "").split("\\R", -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  Optional<Slug> chosen(String field) {
    return Optional.of(line(field)).filter(Slug::isValid).map(Slug::of);
  }

  <E extends Enum<E>> E choice(String field, E[] values) {
    return Arrays.stream(values)
        .filter(one -> one.name().equals(line(field)))
        .findFirst()
        .orElseGet(
            () -> {
              wrong(field, "town.missing");
              return values[0];
            });
  }

  /** The known id, or a new one from these words. */
  static Slug id(Slug asked, Text words) {
    if (!asked.value().equals(NEW)) {
      return asked;
    }
    String unique = Ids.random().substring(0, 6);
    return Slug.of(Slug.ofWords(words.de()).map(one -> one + "-" + unique).orElse(unique));
  }

  /** Refuses with everything that was found. */
  void check() {
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  private void wrong(String field, String key, String... arguments) {
    problems.add(new Problem(field, key, List.of(arguments)));
  }
}
