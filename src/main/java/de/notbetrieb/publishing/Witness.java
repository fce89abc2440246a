package de.notbetrieb.publishing;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.util.Optional;

/**
 * A partner town whose edition log we witness, and which witnesses ours.
 *
 * @param vkey the key of its log, from its file note.pub
 * @param seen the signed checkpoint of its log that we signed last: whatever comes must continue it
 */
public record Witness(String vkey, Optional<String> seen) {
  public static final Kind<Witness> KIND =
      new Kind<>("publishing.witness", 1, Witness.class, Retention.PERMANENT, Audience.STAFF);

  public NoteKey key() {
    return NoteKey.parse("note.pub", vkey);
  }

  /** The number of its key. */
  public String id() {
    return key().number();
  }

  /** The head that was seen last; of a log that we never saw the empty one. */
  public Checkpoint head() {
    return seen.map(file -> Checkpoint.parse("checkpoint", Note.parse("checkpoint", file).text()))
        .orElseGet(
            () -> new Checkpoint(key().name(), 0, de.notbetrieb.platform.MerkleTree.EMPTY.root()));
  }
}
