package de.notbetrieb.situation;

import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.Optional;

/**
 * Whether people can come to an office.
 *
 * @param until when that ends and what then holds, in words
 */
public record OfficeStatus(
    Slug office, OfficeState state, Optional<Text> note, Optional<Text> until) {
  public static final Kind<OfficeStatus> KIND =
      new Kind<>(
          "situation.office-status", 1, OfficeStatus.class, Retention.INCIDENT, Audience.STAFF);
}
