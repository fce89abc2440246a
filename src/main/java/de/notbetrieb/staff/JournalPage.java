package de.notbetrieb.staff;

import java.util.List;
import java.util.Optional;

/**
 * Entries, newest first.
 *
 * @param older the number before which older ones stand
 */
public record JournalPage(List<Line> lines, Optional<Long> older) {
  public JournalPage {
    lines = List.copyOf(lines);
  }

  /** One entry. */
  public record Line(long number, String when, String kind, String who) {}
}
