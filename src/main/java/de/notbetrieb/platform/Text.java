package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole sentences, in German and as far as they are there in other languages. A language that is
 * missing is missing: readers then see the German words, marked as such.
 *
 * @param de the original, never blank
 * @param simple German in simple words
 */
public record Text(
    String de,
    @JsonProperty("de-x-simple") Optional<String> simple,
    Optional<String> en,
    Optional<String> tr,
    Optional<String> uk,
    Optional<String> ar,
    Optional<String> ru,
    Optional<String> ro,
    Optional<String> pl,
    Optional<String> fr,
    Optional<String> it) {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public Text {
    if (de.isBlank()) {
      throw new IllegalArgumentException("a text needs its German words");
    }
    simple = written(simple);
    en = written(en);
    tr = written(tr);
    uk = written(uk);
    ar = written(ar);
    ru = written(ru);
    ro = written(ro);
    pl = written(pl);
    fr = written(fr);
    it = written(it);
  }

  /** German and perhaps English, as people type it side by side. */
  public Text(String de, Optional<String> en) {
    this(de, none(), en, none(), none(), none(), none(), none(), none(), none(), none());
  }

  public static Text of(String de) {
    return new Text(de, Optional.empty());
  }

  public static Text of(String de, String en) {
    return new Text(de, Optional.of(en));
  }

  /**
   * As somebody typed it into a form that shows German and English. The other languages stay with
   * the German words that they were made of; changed words have none of them.
   *
   * @param before what stood there
   */
  public static Text typed(String german, String english, List<Text> before) {
    String words = LINE_END.matcher(german.strip()).replaceAll("\n");
    return before.stream()
        .filter(one -> one.saysTheSame(words))
        .findFirst()
        .map(one -> one.with(Language.DE, words))
        .orElseGet(() -> Text.of(words))
        .with(Language.EN, LINE_END.matcher(english.strip()).replaceAll("\n"));
  }

  /**
   * The same of several, each with its own English words, or with none. A form shows no English
   * where it is incomplete; what was there then stays.
   */
  public static List<Text> typed(List<String> german, List<String> english, List<Text> before) {
    boolean shown = isComplete(Language.EN, before);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < german.size(); i++) {
      String words = german.get(i);
      String kept =
          before.stream()
              .filter(one -> !shown && one.saysTheSame(words))
              .flatMap(one -> one.en.stream())
              .findFirst()
              .orElse("");
      texts.add(typed(words, english.isEmpty() ? kept : english.get(i), before));
    }
    return texts;
  }

  /** Whether each of them is there in that language. */
  public static boolean isComplete(Language language, List<Text> texts) {
    return texts.stream().allMatch(one -> one.in(language).isPresent());
  }

  /** Whether its German words are these; forms break lines in their own way. */
  public boolean saysTheSame(String german) {
    return SPACE.matcher(german.strip()).replaceAll(" ").equals(SPACE.matcher(de).replaceAll(" "));
  }

  /** The words in that language, if somebody wrote them. */
  public Optional<String> in(Language language) {
    return switch (language) {
      case DE -> Optional.of(de);
      case SIMPLE -> simple;
      case EN -> en;
      case TR -> tr;
      case UK -> uk;
      case AR -> ar;
      case RU -> ru;
      case RO -> ro;
      case PL -> pl;
      case FR -> fr;
      case IT -> it;
    };
  }

  /** The same with these words in that language. */
  public Text with(Language language, String words) {
    Optional<String> now = Optional.of(words);
    return switch (language) {
      case DE -> new Text(words, simple, en, tr, uk, ar, ru, ro, pl, fr, it);
      case SIMPLE -> new Text(de, now, en, tr, uk, ar, ru, ro, pl, fr, it);
      case EN -> new Text(de, simple, now, tr, uk, ar, ru, ro, pl, fr, it);
      case TR -> new Text(de, simple, en, now, uk, ar, ru, ro, pl, fr, it);
      case UK -> new Text(de, simple, en, tr, now, ar, ru, ro, pl, fr, it);
      case AR -> new Text(de, simple, en, tr, uk, now, ru, ro, pl, fr, it);
      case RU -> new Text(de, simple, en, tr, uk, ar, now, ro, pl, fr, it);
      case RO -> new Text(de, simple, en, tr, uk, ar, ru, now, pl, fr, it);
      case PL -> new Text(de, simple, en, tr, uk, ar, ru, ro, now, fr, it);
      case FR -> new Text(de, simple, en, tr, uk, ar, ru, ro, pl, now, it);
      case IT -> new Text(de, simple, en, tr, uk, ar, ru, ro, pl, fr, now);
    };
  }

  /** The words in that language, else the German ones. */
  public String orGerman(Language language) {
    return in(language).orElse(de);
  }

  /** Those of these languages that nobody wrote it in. */
  public List<Language> missing(List<Language> languages) {
    return languages.stream().filter(language -> in(language).isEmpty()).toList();
  }

  /** The words of every language that is there, German first. */
  public Stream<String> all() {
    return Arrays.stream(Language.values()).flatMap(language -> in(language).stream());
  }

  /** One after the other: in a language only if each of them is in it. Nothing of none. */
  public static Optional<Text> joined(List<Text> sentences) {
    if (sentences.size() < 2) {
      return sentences.stream().findFirst();
    }
    Text all = Text.of(sentences.stream().map(Text::de).collect(Collectors.joining(" ")));
    for (Language language : Language.values()) {
      List<String> words = sentences.stream().flatMap(one -> one.in(language).stream()).toList();
      all = words.size() == sentences.size() ? all.with(language, String.join(" ", words)) : all;
    }
    return Optional.of(all);
  }

  private static Optional<String> written(Optional<String> words) {
    return words.filter(one -> !one.isBlank());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
