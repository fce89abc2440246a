package de.notbetrieb.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries somebody wants to see; what is absent does not matter.
 *
 * @param kind the name of a kind
 * @param from the first moment of being recorded
 * @param until the first moment that is too late
 */
public record EntryFilter(
    Optional<String> kind, Optional<Actor> actor, Optional<Instant> from, Optional<Instant> until) {
  /** All of them. */
  public static final EntryFilter NONE =
      new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
