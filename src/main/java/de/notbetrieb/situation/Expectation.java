package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;

/**
 * How long it may take, as a range. What it replaced stays in the journal.
 *
 * @param subject a service
 * @param source who said so, by function
 */
public record Expectation(Slug subject, Text range, String source, OffsetDateTime since) {
  public static final Kind<Expectation> KIND =
      new Kind<>("situation.expectation", 1, Expectation.class, Retention.INCIDENT, Audience.STAFF);
}
