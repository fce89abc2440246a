package de.notbetrieb.edition;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TlogProof;
import de.notbetrieb.platform.TreeProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The edition log of a town in a test: seals editions into it, and forks it. */
public final class LogFixture {
  public static final String ORIGIN = "notbetrieb.moessingen.example";

  private final EditionFixture town;
  private final Minisign.KeyPair pair;
  private final List<ReleaseNote> releases = new ArrayList<>();

  public LogFixture(EditionFixture town) {
    this.town = town;
    this.pair = town.key;
  }

  /** The same log, signed by another key of the town from now on. */
  public LogFixture signedBy(EditionFixture other) {
    LogFixture next = new LogFixture(other);
    next.releases.addAll(releases);
    return next;
  }

  public NoteKey key() {
    return NoteKey.of(ORIGIN, pair.publicKey());
  }

  /** Takes an edition into the log that was sealed without one. */
  public void adopt(int number) {
    log(town.store.edition(number), number);
  }

  /** Seals an edition with its proofs; the log is there before it is. */
  public void seal(int number, List<PublicFile> files) {
    Path staged = town.towns.resolveSibling("staged-" + number);
    town.sealIn(staged, number, files);
    log(staged, number);
    try {
      Files.createDirectories(town.store.edition(number).resolveSibling("."));
      Files.move(staged, town.store.edition(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void log(Path folder, int number) {
    Sha256 sums = Sha256.of(EditionPackage.bytes(folder, "SHA256SUMS"));
    releases.add(release(number, sums));
    prove(folder, number);
    write();
  }

  static ReleaseNote release(int number, Sha256 sums) {
    return new ReleaseNote(ORIGIN, number, Purpose.DEMONSTRATION, sums, "p-asked", "p-released");
  }

  /** Writes note and proof of an edition, in the log as it is now. */
  public void prove(Path folder, int number) {
    Note note = Note.signed(releases.get(number - 1).text(), key(), pair);
    EditionFixture.write(folder.resolve("release.note"), EditionFixture.bytes(note.file()));
    TlogProof proof =
        new TlogProof(number - 1, TreeProof.inclusion(leaves(), number - 1), checkpoint());
    EditionFixture.write(folder.resolve(EditionLog.PROOF), EditionFixture.bytes(proof.text()));
  }

  private List<Sha256> leaves() {
    return releases.stream().map(ReleaseNote::leafHash).toList();
  }

  List<ReleaseNote> releases() {
    return releases;
  }

  public Note checkpoint() {
    Checkpoint head = new Checkpoint(ORIGIN, releases.size(), TreeProof.root(leaves()));
    return Note.signed(head.text(), key(), pair);
  }

  /** Another truth about an edition that was released already. */
  public void fork(int number) {
    releases.set(number - 1, release(number, Sha256.of("another edition")));
  }

  /** The log forgets its newest editions. */
  public void rollBack(int size) {
    releases.subList(size, releases.size()).clear();
  }

  public void write() {
    write(checkpoint());
  }

  /** Writes the log's files, the checkpoint with these signatures. */
  public void write(Note checkpoint) {
    for (PublicFile file : LogFiles.of(releases, checkpoint)) {
      Path target = town.store.log().resolve(file.path());
      try {
        Path next = town.towns.resolveSibling("next");
        EditionFixture.write(next, file.bytes());
        Files.createDirectories(target.resolveSibling("."));
        Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
