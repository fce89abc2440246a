package de.notbetrieb.town;

import de.notbetrieb.platform.Language;
import java.util.List;

/** The languages in which the town speaks, the binding one first. */
public record Languages(List<Language> languages) {
  public Languages {
    languages = List.copyOf(languages);
  }
}
