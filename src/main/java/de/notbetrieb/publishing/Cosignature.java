package de.notbetrieb.publishing;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;

/**
 * What a witness wrote under a checkpoint of our log.
 *
 * @param size of the checkpoint
 * @param witness the number of its key
 * @param line as it stands in the file
 */
record Cosignature(long size, String witness, String line) {
  static final Kind<Cosignature> KIND =
      new Kind<>(
          "publishing.cosignature", 1, Cosignature.class, Retention.PERMANENT, Audience.STAFF);

  String id() {
    return size + "-" + witness;
  }
}
