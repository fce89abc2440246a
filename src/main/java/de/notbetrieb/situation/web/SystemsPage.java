package de.notbetrieb.situation.web;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import java.util.List;
import java.util.Optional;

/**
 * The systems board.
 *
 * @param overtaken whether somebody else was faster to say how the chosen one is
 */
public record SystemsPage(
    List<Row> rows, Optional<Choice> choice, boolean mayChange, boolean overtaken) {
  public SystemsPage {
    rows = List.copyOf(rows);
  }

  /** One system. */
  public record Row(
      String id,
      String name,
      SystemState own,
      SystemState state,
      Optional<SystemStatus.Phase> phase,
      Optional<String> since,
      long services) {}

  /**
   * The system that is being changed.
   *
   * @param seen the entry that the person saw
   */
  public record Choice(String id, String name, SystemState now, long seen, List<Option> options) {}

  /** One state and what it would do. */
  public record Option(SystemState state, Outcome outcome) {}

  /** What falls, what is held by a fallback, what returns. */
  public record Outcome(List<Change> falling, List<Change> held, List<Change> returning) {}

  /** A service and its state afterwards. */
  public record Change(String service, ServiceState after) {}
}
