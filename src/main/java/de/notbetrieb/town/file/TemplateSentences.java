package de.notbetrieb.town.file;

import de.notbetrieb.platform.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The template's German sentences in one more language: {@code sentences} in {@code
 * template/languages/<code>.yaml}, read when a town first speaks it.
 */
public final class TemplateSentences {
  private static final Map<Language, TemplateSentences> READ = new ConcurrentHashMap<>();
  private static final int MOST_CHARACTERS = 5_000_000;

  private final Map<String, String> sentences;

  private TemplateSentences(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  /** Without any sentence where there is no such file, as for German itself. */
  public static TemplateSentences of(Language language) {
    return READ.computeIfAbsent(language, TemplateSentences::read);
  }

  /** The words for exactly these German ones. */
  public Optional<String> of(String german) {
    return Optional.ofNullable(sentences.get(german));
  }

  /** The German sentences that are translated. */
  public Set<String> originals() {
    return Set.copyOf(sentences.keySet());
  }

  private static TemplateSentences read(Language language) {
    String file = "/template/languages/" + language.code() + ".yaml";
    try (InputStream in = TemplateSentences.class.getResourceAsStream(file)) {
      Map<String, String> sentences = new LinkedHashMap<>();
      if (in != null) {
        read(in).forEach((german, words) -> sentences.put(german.toString(), words.toString()));
      }
      return new TemplateSentences(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> read(InputStream in) {
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    Map<?, ?> root = (Map<?, ?>) new Load(settings).loadFromInputStream(in);
    return root.get("sentences") instanceof Map<?, ?> all ? all : Map.of();
  }
}
