package de.notbetrieb.staff;

import de.notbetrieb.edition.ServiceState;
import java.util.List;

/** The start page. */
public record OverviewPage(
    long systemsDown,
    long systems,
    long services,
    List<Count> states,
    List<Waiting> waiting,
    List<JournalPage.Line> recent) {
  public OverviewPage {
    states = List.copyOf(states);
    waiting = List.copyOf(waiting);
    recent = List.copyOf(recent);
  }

  /** How many services are in a state. */
  public record Count(ServiceState state, long services) {}

  /** A request that waits for a decision. */
  public record Waiting(String id, int number, String author) {}
}
