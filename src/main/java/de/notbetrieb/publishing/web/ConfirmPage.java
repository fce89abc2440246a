package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.FieldProblems;
import java.util.Map;
import java.util.Optional;

/**
 * The form.
 *
 * @param live number of what is public; absent: nothing is
 * @param changes how much has changed since and would stay unsaid
 * @param needsReason whether one person must say why they do it alone
 */
public record ConfirmPage(
    Optional<Integer> live,
    int changes,
    boolean needsReason,
    boolean mayRelease,
    Map<String, String> typed,
    FieldProblems problems) {
  public ConfirmPage {
    typed = Map.copyOf(typed);
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
