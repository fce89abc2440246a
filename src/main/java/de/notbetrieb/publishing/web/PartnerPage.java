package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * One partner town: what became of it, and what can be done with it.
 *
 * @param number of the key that is shown; what somebody does goes with it
 * @param present whether it is a partner now
 * @param done what was done just now, in a sentence
 * @param compare its new key that was read and is not taken down yet
 */
public record PartnerPage(
    WitnessesPage.Row row,
    String number,
    boolean present,
    List<Event> events,
    Optional<String> done,
    Optional<WitnessesPage.Key> compare,
    boolean mayAct,
    Form form) {
  public PartnerPage {
    events = List.copyOf(events);
  }

  /**
   * One event.
   *
   * @param until the digits of the key that held until then
   */
  public record Event(String says, Optional<String> reason, Optional<String> until) {}
}
