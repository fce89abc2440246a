package de.notbetrieb.edition;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TlogProof;
import de.notbetrieb.platform.TreeProof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A town's edition log as it was found, checked: the town's key signed its checkpoint, and the hashes
 * of all leaves lead to its root. Leaf n-1 is the release of edition n. Immutable.
 *
 * @param note the signed checkpoint, with what witnesses wrote under it
 */
public record EditionLog(Note note, Checkpoint head, List<Sha256> leaves) {
  public static final String PROOF = "edition.tlog-proof";
  static final long MAX_SIZE = 1_000_000;

  public EditionLog {
    leaves = List.copyOf(leaves);
  }

  /**
   * What an edition brings to show that it stands in the log.
   *
   * @param head the checkpoint that it was proven in
   * @param note the same, signed
   */
  public record Proven(ReleaseNote release, Checkpoint head, Note note) {}

  /** Whether a log lies in that folder. */
  public static boolean isThere(Path folder) {
    return Files.isRegularFile(folder.resolve(LogFiles.CHECKPOINT), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads a log and checks it.
   *
   * @param folder with {@code checkpoint} and {@code tile/}
   * @throws Damage if the key did not sign the checkpoint or the tiles lead to another root
   */
  public static EditionLog read(Path folder, Minisign.PublicKey key) {
    return read(folder, TownKeys.only(key));
  }

  /** The same in a town whose key may have changed: each length was signed by the key of its time. */
  public static EditionLog read(Path folder, TownKeys keys) {
    String name = folder.resolve(LogFiles.CHECKPOINT).toString();
    Note note = Note.parse(name, text(folder, LogFiles.CHECKPOINT));
    Checkpoint head = Checkpoint.parse(name, note.text());
    note.requireSigned(name, logKey(name, head.origin(), keys.of(head.size())));
    if (head.size() > MAX_SIZE) {
      throw new Damage(name, "at most " + MAX_SIZE + " editions", head.size() + "");
    }
    List<Sha256> leaves = LogFiles.leaves(folder, (int) head.size());
    Sha256 root = TreeProof.root(leaves);
    if (!root.equals(head.root())) {
      throw new Damage(name, "tiles with the root " + head.root().base64(), root.base64());
    }
    return new EditionLog(note, head, leaves);
  }

  /**
   * Checks what an edition brings: its release note is the key's, tells the same number, purpose and
   * list, and stands in the log.
   *
   * @return empty when it brings neither, as editions did before there was a log
   * @throws Damage if one is missing, tampered with, or that of another edition
   */
  public static Optional<Proven> proven(EditionPackage edition, Minisign.PublicKey key) {
    Path folder = edition.folder();
    boolean noted = Files.exists(folder.resolve(ReleaseNote.FILE_NAME));
    if (!noted && !Files.exists(folder.resolve(PROOF))) {
      return Optional.empty();
    }
    String name = folder.resolve(ReleaseNote.FILE_NAME).toString();
    Note note = Note.parse(name, text(folder, ReleaseNote.FILE_NAME));
    ReleaseNote release = ReleaseNote.parse(name, note.text());
    NoteKey log = logKey(name, release.origin(), key);
    note.requireSigned(name, log);
    ReleaseNote expected =
        new ReleaseNote(
            release.origin(),
            edition.number(),
            edition.stamp().purpose(),
            new Sha256(edition.sums().sha256()),
            release.asked(),
            release.released());
    if (!release.equals(expected)) {
      throw new Damage(name, "the release of this edition", "that of another");
    }
    String proofName = folder.resolve(PROOF).toString();
    TlogProof proof = TlogProof.parse(proofName, text(folder, PROOF));
    if (proof.index() != edition.number() - 1) {
      throw new Damage(proofName, "place " + (edition.number() - 1), "place " + proof.index());
    }
    Checkpoint head = proof.check(proofName, release.leaf(), log);
    return Optional.of(new Proven(release, head, proof.checkpoint()));
  }

  /**
   * The checkpoint in an edition's proof, with what witnesses wrote under it; the proof itself is not
   * checked.
   */
  public static Optional<Note> checkpointOf(Path edition, Minisign.PublicKey key) {
    if (!Files.exists(edition.resolve(PROOF))) {
      return Optional.empty();
    }
    Note note = TlogProof.parse(PROOF, text(edition, PROOF)).checkpoint();
    String origin = Checkpoint.parse(PROOF, note.text()).origin();
    note.requireSigned(PROOF, logKey(PROOF, origin, key));
    return Optional.of(note);
  }

  /** The key that this log's notes are signed with. */
  public NoteKey key(Minisign.PublicKey key) {
    return NoteKey.of(head.origin(), key);
  }

  private static NoteKey logKey(String file, String origin, Minisign.PublicKey key) {
    try {
      return NoteKey.of(origin, key);
    } catch (IllegalArgumentException e) {
      throw new Damage(file, "the name of a log", origin, e);
    }
  }

  private static String text(Path folder, String file) {
    return new String(EditionPackage.bytes(folder, file), StandardCharsets.UTF_8);
  }

  /** The tree's head when it had that many leaves; the log must be so long. */
  public Checkpoint headAt(long size) {
    return new Checkpoint(
        head.origin(), size, TreeProof.root(leaves.subList(0, Math.toIntExact(size))));
  }

  /** Whether the log had this head when it was that long. */
  public boolean holds(Checkpoint earlier) {
    return earlier.size() <= head.size() && headAt(earlier.size()).equals(earlier);
  }

  /**
   * Refuses a log that does not continue what was seen of it before.
   *
   * @param file named in the complaint
   * @throws Damage if it is shorter (rolled back, or an old one replayed), tells another history
   *     (forked), or is another log
   */
  public void requireContinues(String file, Checkpoint seen) {
    if (!seen.origin().equals(head.origin())) {
      throw new Damage(file, "the log " + seen.origin(), head.origin());
    }
    if (head.size() < seen.size()) {
      throw new Damage(
          file, "a log of at least " + seen.size() + " editions", "one of " + head.size());
    }
    if (!headAt(seen.size()).equals(seen)) {
      throw new Damage(
          file,
          "the history that was seen: root " + seen.root().base64() + " at " + seen.size(),
          "a forked one: root " + headAt(seen.size()).root().base64());
    }
  }

  /**
   * Refuses an edition that this log does not hold.
   *
   * @throws Damage if the log is too short, holds another release at its place, or the edition was
   *     proven in another history
   */
  public void requireHolds(String file, Proven edition) {
    int number = edition.release().number();
    if (head.size() < number) {
      throw new Damage(file, "a log that reaches edition " + number, "one of " + head.size());
    }
    if (!leaves.get(number - 1).equals(edition.release().leafHash())) {
      throw new Damage(file, "the release that the log holds at " + number, "another one");
    }
    if (edition.head().size() <= head.size() && !holds(edition.head())) {
      throw new Damage(file, "a proof in the history of the log", "one in a forked history");
    }
  }
}
