package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What IT says of a system. A system of which nobody has said anything counts as up. */
public record SystemStatus(
    Slug system,
    SystemState state,
    Optional<Phase> phase,
    OffsetDateTime since,
    Optional<String> staffNote) {
  public static final Kind<SystemStatus> KIND =
      new Kind<>(
          "situation.system-status", 1, SystemStatus.class, Retention.INCIDENT, Audience.STAFF);

  /** Where IT stands with it. */
  public enum Phase {
    ISOLATED,
    ANALYSING,
    REBUILDING,
    TESTING,
    BACK
  }
}
