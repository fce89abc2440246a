package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How long it may take, as a range: of a service, which residents may read, or of a system, which
 * stays with the staff. What it replaced stays in the journal.
 *
 * @param service either this or {@code system} is given
 * @param source who said so, by function; stays with the staff
 * @param since when it was said; said again with the same time, it is the same statement corrected
 * @param saidBy whose word it is, as residents read it
 * @param earliest the first day of the range, if it names days; {@code latest} the last one
 * @param decided who decided it, by function: needed when the range is one single day
 */
public record Expectation(
    Optional<Slug> service,
    Optional<Slug> system,
    Text range,
    String source,
    OffsetDateTime since,
    Optional<Text> saidBy,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    Optional<Text> decided) {
  public static final Kind<Expectation> KIND =
      new Kind<>("situation.expectation", 1, Expectation.class, Retention.INCIDENT, Audience.STAFF);

  public Expectation {
    if (service.isPresent() == system.isPresent()) {
      throw new IllegalArgumentException("an expectation is of a service or of a system");
    }
  }

  /** Whether its days are in order: both or none, and the last one not before the first. */
  boolean isRange() {
    return earliest.isPresent() == latest.isPresent()
        && earliest.filter(first -> latest.filter(first::isAfter).isPresent()).isEmpty();
  }

  /** A single day that nobody decided is a forecast that looks like a promise. */
  boolean isUndecidedDay() {
    return earliest.isPresent() && earliest.equals(latest) && decided.isEmpty();
  }

  /** The record's id: one expectation for each service and each system. */
  public String recordId() {
    return service.map(id -> "service." + id).orElseGet(() -> "system." + system.orElseThrow());
  }
}
