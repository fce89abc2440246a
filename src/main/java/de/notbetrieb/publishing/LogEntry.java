package de.notbetrieb.publishing;

import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Note;

/**
 * A release as the town's edition log holds it. What a start needs to write the log's files again
 * stands here, signed: no key is needed for that.
 *
 * @param note the file release.note
 * @param checkpoint the signed checkpoint in which the release was first proven
 */
record LogEntry(int number, String note, String checkpoint) {
  static final Kind<LogEntry> KIND =
      new Kind<>("publishing.log-entry", 1, LogEntry.class, Retention.PERMANENT, Audience.STAFF);

  String id() {
    return Release.id(number);
  }

  ReleaseNote release() {
    return ReleaseNote.parse(id(), Note.parse(id(), note).text());
  }

  Note signedCheckpoint() {
    return Note.parse(id(), checkpoint);
  }
}
