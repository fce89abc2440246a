package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Grant;
import java.util.List;

/**
 * What would be public now.
 *
 * @param nextWordDue a suggestion for the promise, as a form field takes it
 * @param grants sentences that seem to promise something; a request waits until they are judged
 */
public record DraftPage(
    Difference difference,
    int number,
    String nextWordDue,
    List<Grant> grants,
    boolean mayRequest,
    boolean mayWrite) {
  public DraftPage {
    grants = List.copyOf(grants);
  }
}
