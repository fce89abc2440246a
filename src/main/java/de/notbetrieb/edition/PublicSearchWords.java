package de.notbetrieb.edition;

import de.notbetrieb.platform.Language;
import java.util.List;

/** Everyday words of one language, by which residents look for a service. */
public record PublicSearchWords(Language language, List<String> words) {
  public PublicSearchWords {
    words = List.copyOf(words);
  }
}
