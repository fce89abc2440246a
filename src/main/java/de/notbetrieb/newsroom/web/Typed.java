package de.notbetrieb.newsroom.web;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a form of the newsroom; every mistake is told at once. */
final class Typed {
  private static final int MAX_TITLE = 200;
  private static final int MAX_BODY = 4000;
  private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

  private final Map<String, String> fields;
  private final List<Refused.Problem> problems = new ArrayList<>();

  Typed(Map<String, String> fields) {
    this.fields = Map.copyOf(fields);
  }

  private String words(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /** A new id from the German words of the first field that has any. */
  Slug newId() {
    return Piece.unique(
        Slug.ofWords(
            List.of("title", "question", "what").stream()
                .map(this::words)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("")));
  }

  boolean ticked(String name) {
    return words(name).equals("true");
  }

  String line(String name) {
    return needed(name, MAX_TITLE);
  }

  String optionalLine(String name) {
    return limited(name, MAX_BODY);
  }

  /**
   * German words that must be there, and English ones if they are.
   *
   * @param before what stood there: its other languages stay as long as the German words do
   */
  Text text(String name, Optional<Text> before) {
    return text(name, MAX_TITLE, before);
  }

  Text longText(String name, Optional<Text> before) {
    return text(name, MAX_BODY, before);
  }

  private Text text(String name, int limit, Optional<Text> before) {
    String german = needed(name, limit);
    return Text.typed(german, limited(name + "En", limit), before.stream().toList());
  }

  /** Paragraph by paragraph; with another number of English ones the English is missing. */
  List<Text> paragraphs(String name, List<Text> before) {
    List<String> originals = split(needed(name, MAX_BODY));
    List<String> translations = split(limited(name + "En", MAX_BODY));
    boolean complete = originals.size() == translations.size();
    if (!translations.isEmpty() && !complete) {
      problem(name + "En", "newsroom.paragraphs", originals.size(), translations.size());
    }
    return Text.typed(originals, complete ? translations : List.of(), before);
  }

  Optional<OffsetDateTime> time(String name, ZoneId zone) {
    String written = words(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(written).atZone(zone).toOffsetDateTime());
    } catch (DateTimeParseException e) {
      problem(name, "newsroom.not-a-time", written);
      return Optional.empty();
    }
  }

  Optional<LocalDate> day(String name) {
    String written = words(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException e) {
      problem(name, "newsroom.not-a-day", written);
      return Optional.empty();
    }
  }

  Optional<Slug> id(String name) {
    return Optional.of(words(name)).filter(Slug::isValid).map(Slug::of);
  }

  String word(String name) {
    return words(name);
  }

  /** Refuses when anything was wrong; called before a record is made of it. */
  <R> R checked(java.util.function.Supplier<R> record) {
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
    return record.get();
  }

  private String needed(String name, int limit) {
    String words = limited(name, limit);
    if (words.isEmpty()) {
      problem(name, "newsroom.missing");
      return "-";
    }
    return words;
  }

  private String limited(String name, int limit) {
    String words = words(name);
    if (words.length() > limit) {
      problem(name, "newsroom.too-long", limit);
      return words.substring(0, limit);
    }
    return words;
  }

  private void problem(String name, String key, Object... arguments) {
    problems.add(
        new Refused.Problem(name, key, Arrays.stream(arguments).map(String::valueOf).toList()));
  }

  private static List<String> split(String text) {
    return Arrays.stream(PARAGRAPHS.split(text))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
