package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Something that works as always, with its source. */
public record Normality(
    Slug id, Text what, Text source, Optional<OffsetDateTime> confirmedAt, boolean ready) {
  public static final Kind<Normality> KIND =
      new Kind<>("newsroom.normality", 1, Normality.class, Retention.PERMANENT, Audience.STAFF);
}
