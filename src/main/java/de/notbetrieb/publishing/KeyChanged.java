package de.notbetrieb.publishing;

import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Note;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That the town's key was changed: the n-th time, with the note that both keys signed.
 *
 * @param note the file keys.note
 */
record KeyChanged(int number, String note) {
  static final Kind<KeyChanged> KIND =
      new Kind<>("publishing.key-change", 1, KeyChanged.class, Retention.PERMANENT, Audience.STAFF);

  String id() {
    return "change-" + number;
  }

  static List<KeyChanged> all(Reading reading) {
    return reading.all(KIND).stream()
        .map(Stored::value)
        .sorted(Comparator.comparingInt(KeyChanged::number))
        .toList();
  }

  /** Absent when the key never changed. */
  static Optional<TownKeys> keys(Reading reading) {
    List<Note> notes = all(reading).stream().map(one -> Note.parse(one.id(), one.note)).toList();
    return notes.isEmpty() ? Optional.empty() : Optional.of(TownKeys.of(notes));
  }
}
