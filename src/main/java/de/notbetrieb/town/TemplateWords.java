package de.notbetrieb.town;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Everyday words by which people look for the services of the template, in the languages that the
 * template itself does not speak: {@code search} in {@code template/languages/<code>.yaml}. They are
 * not facts of a town, so they are not recorded with its services.
 */
public final class TemplateWords {
  private static final Map<Language, Map<Slug, List<String>>> ALL = read();

  private TemplateWords() {}

  /** The words of a language for the template's service of that id; none if there is none. */
  public static List<String> of(Slug service, Language language) {
    return ALL.getOrDefault(language, Map.of()).getOrDefault(service, List.of());
  }

  private static Map<Language, Map<Slug, List<String>>> read() {
    Map<Language, Map<Slug, List<String>>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String file = "/template/languages/" + language.code() + ".yaml";
      try (InputStream in = TemplateWords.class.getResourceAsStream(file)) {
        if (in != null) {
          all.put(language, services(file, in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static Map<Slug, List<String>> services(String file, InputStream in) {
    Map<Slug, List<String>> services = new java.util.HashMap<>();
    Object root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
    if (root instanceof Map<?, ?> keys && keys.get("search") instanceof Map<?, ?> search) {
      search.forEach((id, words) -> services.put(Slug.of(id.toString()), words(file, words)));
    }
    return services;
  }

  private static List<String> words(String file, Object words) {
    if (!(words instanceof List<?> list)) {
      throw new IllegalStateException(file + ": words are a list");
    }
    List<String> all = new ArrayList<>();
    list.forEach(word -> all.add(Optional.ofNullable(word).orElseThrow().toString()));
    return List.copyOf(all);
  }
}
