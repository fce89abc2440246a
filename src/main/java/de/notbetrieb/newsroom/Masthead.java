package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The first words of the page and its promise.
 *
 * @param confirmedAt when somebody last checked that everything is still true
 */
public record Masthead(
    Text headline,
    Text lead,
    OffsetDateTime asOf,
    OffsetDateTime confirmedAt,
    Optional<OffsetDateTime> nextWordDue) {
  public static final Kind<Masthead> KIND =
      new Kind<>("newsroom.masthead", 1, Masthead.class, Retention.PERMANENT, Audience.STAFF);

  /** The one masthead of a town. */
  public static final String ID = "masthead";
}
