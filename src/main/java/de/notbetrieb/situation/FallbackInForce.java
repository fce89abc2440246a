package de.notbetrieb.situation;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;

/** A prepared fallback that is used now. */
public record FallbackInForce(Slug fallback, OffsetDateTime since) {
  public static final Kind<FallbackInForce> KIND =
      new Kind<>(
          "situation.fallback-in-force",
          1,
          FallbackInForce.class,
          Retention.INCIDENT,
          Audience.STAFF);
}
