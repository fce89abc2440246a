package de.notbetrieb.situation;

import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What people say of a way in, such as an overloaded line. */
public record ContactStatus(
    Slug contact, WayInState state, OffsetDateTime since, Optional<Text> note) {
  public static final Kind<ContactStatus> KIND =
      new Kind<>(
          "situation.contact-status", 1, ContactStatus.class, Retention.INCIDENT, Audience.STAFF);
}
