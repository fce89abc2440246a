package de.notbetrieb.publishing;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.time.OffsetDateTime;

/** A second person has looked at what one had to release alone. */
public record SecondLook(int number, Actor by, OffsetDateTime at, String remark) {
  public static final Kind<SecondLook> KIND =
      new Kind<>(
          "publishing.second-look", 1, SecondLook.class, Retention.PERMANENT, Audience.STAFF);
}
