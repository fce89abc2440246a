package de.notbetrieb.situation;

import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

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

  /** What residents read: the note, then when it ends; in English only if both are there. */
  public Optional<Text> words() {
    if (note.isEmpty() || until.isEmpty()) {
      return note.or(() -> until);
    }
    Optional<String> english =
        note.get().en().flatMap(one -> until.get().en().map(other -> one + " " + other));
    return Optional.of(new Text(note.get().de() + " " + until.get().de(), english));
  }
}
