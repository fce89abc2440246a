package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.StandingRelease;
import java.util.List;
import java.util.Optional;

/** The decision in advance as it stands, and the editions that wait. */
public record FourEyesPage(
    Optional<Decision> decision, List<Waiting> waiting, long seen, boolean mayRelease) {
  public FourEyesPage {
    waiting = List.copyOf(waiting);
  }

  public boolean covers(StandingRelease.Difference difference) {
    return decision.filter(one -> one.covers().contains(difference)).isPresent();
  }

  /**
   * What was decided.
   *
   * @param mayAgree whether the reader is a second person, and one is still asked for
   */
  public record Decision(
      List<StandingRelease.Difference> covers,
      String by,
      Optional<String> second,
      boolean isInForce,
      boolean mayAgree) {
    public Decision {
      covers = List.copyOf(covers);
    }
  }

  /** An edition that one person released. */
  public record Waiting(int number, String by, String why, boolean isMine) {}
}
