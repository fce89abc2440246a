package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Grant;
import de.notbetrieb.publishing.Missing;
import java.util.List;
import java.util.Set;

/**
 * What would be public now.
 *
 * @param held keys of what is ticked to stay as it is
 * @param grants sentences that seem to promise something; a request waits until they are judged
 * @param missing what will be readable in German only
 * @param form the request's and the judgements', each field of which ends in the sentence's key
 */
public record DraftPage(
    Difference difference,
    int number,
    Set<String> held,
    List<Grant> grants,
    Missing missing,
    boolean mayRequest,
    boolean mayWrite,
    Form form) {
  public DraftPage {
    held = Set.copyOf(held);
    grants = List.copyOf(grants);
  }
}
