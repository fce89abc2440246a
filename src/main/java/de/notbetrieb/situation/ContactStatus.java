package de.notbetrieb.situation;

import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people say of a way in, such as an overloaded line.
 *
 * @param until when that ends and what then holds, in whole sentences
 */
public record ContactStatus(
    Slug contact,
    WayInState state,
    OffsetDateTime since,
    Optional<Text> note,
    Optional<Text> until) {
  public static final Kind<ContactStatus> KIND =
      new Kind<>(
          "situation.contact-status", 1, ContactStatus.class, Retention.INCIDENT, Audience.STAFF);

  /** What residents read: the note, then when it ends. */
  public List<Text> words() {
    return Stream.of(note, until).flatMap(Optional::stream).toList();
  }
}
