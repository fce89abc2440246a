package de.notbetrieb.publishing;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * What one town gives another to sign: a checkpoint, and the proof that its log continues the one
 * that was signed last. The same text that C2SP tlog-witness sends as a request.
 */
record WitnessRequest(long old, List<Sha256> proof, Note checkpoint) {
  private static final String NAME = "request";
  private static final int MAX_HASHES = 63;

  static WitnessRequest parse(String text) {
    String unix = text.replace("\r\n", "\n").stripLeading();
    int blank = unix.indexOf("\n\n");
    List<String> lines = new ArrayList<>(unix.substring(0, Math.max(blank, 0)).lines().toList());
    if (lines.isEmpty() || !lines.getFirst().matches("old (0|[1-9][0-9]{0,8})")) {
      throw new Damage(NAME, "old <size>, hashes, a checkpoint", "something else");
    }
    long old = Long.parseLong(lines.removeFirst().substring("old ".length()));
    if (lines.size() > MAX_HASHES) {
      throw new Damage(NAME, "at most " + MAX_HASHES + " hashes", lines.size() + "");
    }
    try {
      List<Sha256> proof = lines.stream().map(Sha256::ofBase64).toList();
      Note note = Note.parse(NAME, unix.substring(blank + 2).stripTrailing() + "\n");
      return new WitnessRequest(old, proof, note);
    } catch (IllegalArgumentException e) {
      throw new Damage(NAME, "hashes in base64", "something else", e);
    }
  }

  Checkpoint head() {
    return Checkpoint.parse(NAME, checkpoint.text());
  }

  String text() {
    StringBuilder all = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> all.append(hash.base64()).append('\n'));
    return all.append('\n').append(checkpoint.file()).toString();
  }
}
