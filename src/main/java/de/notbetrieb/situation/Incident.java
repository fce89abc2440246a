package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;

/** What began it. */
public record Incident(LocalDate began, Text kind) {
  public static final Kind<Incident> KIND =
      new Kind<>("situation.incident", 1, Incident.class, Retention.INCIDENT, Audience.STAFF);

  /** The one incident of a town. */
  public static final String ID = "incident";
}
