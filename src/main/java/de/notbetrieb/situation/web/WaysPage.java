package de.notbetrieb.situation.web;

import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.web.Form;
import java.util.List;
import java.util.Optional;

/** The board of the ways in. */
public record WaysPage(List<Row> rows, Optional<Choice> choice, boolean mayChange) {
  public WaysPage {
    rows = List.copyOf(rows);
  }

  /**
   * One way in.
   *
   * @param own what somebody said of it; the state beside it may be worse
   * @param causes the systems that make it so, by name
   * @param staffOnly residents never read it
   */
  public record Row(
      String id,
      String name,
      WayInKind kind,
      String value,
      Optional<String> capacity,
      WayInState own,
      WayInState state,
      Optional<String> words,
      Optional<String> since,
      List<String> causes,
      boolean staffOnly) {
    public Row {
      causes = List.copyOf(causes);
    }
  }

  /**
   * The way in that is being changed.
   *
   * @param seen the entry that the person saw
   */
  public record Choice(Row way, long seen, Form form, List<Option> options) {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** One state and what it would do. */
  public record Option(WayInState state, Outcome outcome) {}

  /** Services by name: without any open way, with one again, sent to another way. */
  public record Outcome(List<String> stranded, List<String> reached, List<String> moved) {
    public Outcome {
      stranded = List.copyOf(stranded);
      reached = List.copyOf(reached);
      moved = List.copyOf(moved);
    }

    /** Whether nobody would be sent elsewhere. */
    public boolean isQuiet() {
      return stranded.isEmpty() && reached.isEmpty() && moved.isEmpty();
    }
  }
}
