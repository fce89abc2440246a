package de.notbetrieb.access.web;

import de.notbetrieb.platform.web.FieldProblems;
import java.util.Map;

/** The way back in by the recovery words. */
public record RecoverPage(Map<String, String> typed, FieldProblems problems) {
  public RecoverPage {
    typed = Map.copyOf(typed);
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
