package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How long it may take, as a range: of a service, which residents may read, or of a system, which
 * stays with the staff. What it replaced stays in the journal.
 *
 * @param service either this or {@code system} is given
 * @param source who said so, by function
 */
public record Expectation(
    Optional<Slug> service,
    Optional<Slug> system,
    Text range,
    String source,
    OffsetDateTime since) {
  public static final Kind<Expectation> KIND =
      new Kind<>("situation.expectation", 1, Expectation.class, Retention.INCIDENT, Audience.STAFF);

  public Expectation {
    if (service.isPresent() == system.isPresent()) {
      throw new IllegalArgumentException("an expectation is of a service or of a system");
    }
  }

  /** The record's id: one expectation for each service and each system. */
  public String recordId() {
    return service.map(id -> "service." + id).orElseGet(() -> "system." + system.orElseThrow());
  }
}
