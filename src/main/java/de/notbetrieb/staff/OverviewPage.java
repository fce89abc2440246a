package de.notbetrieb.staff;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.publishing.Difference;
import java.util.List;

/** The start page. */
public record OverviewPage(
    long systemsDown,
    long systems,
    long services,
    List<Count> states,
    List<Todo> todos,
    List<Waiting> waiting,
    List<Difference.Item> heldBack,
    List<JournalPage.Line> recent) {
  public OverviewPage {
    states = List.copyOf(states);
    todos = List.copyOf(todos);
    waiting = List.copyOf(waiting);
    heldBack = List.copyOf(heldBack);
    recent = List.copyOf(recent);
  }

  /** What a careful organisation adds; never a gate before the first public word. */
  public record Todo(String key, String path, int count) {}

  /** How many services are in a state. */
  public record Count(ServiceState state, long services) {}

  /** A request that waits for a decision. */
  public record Waiting(String id, int number, String author) {}
}
