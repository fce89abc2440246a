package de.notbetrieb.publishing;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes a town's edition log and the proofs of its editions, as the journal holds them. May be
 * repeated at any time: what is there already is left alone.
 */
final class LogStore {
  private final Sealing sealing;
  private final Path folder;

  LogStore(Path towns, String slug) {
    this.sealing = new Sealing(towns, slug);
    this.folder = towns.resolve(slug).resolve(LogFiles.FOLDER);
  }

  /**
   * Refuses to go on when the log in the store is longer than the journal or tells something else: an
   * older backup was read back, and to release now would fork what others have seen.
   */
  void requireNotAhead(LogEntries entries) {
    Optional<Checkpoint> there = head();
    if (there.isPresent() && !isBeginning(there.get(), entries)) {
      throw Refused.conflict("publishing.log-ahead", String.valueOf(there.get().size()));
    }
  }

  private static boolean isBeginning(Checkpoint there, LogEntries entries) {
    return there.size() <= entries.size()
        && entries.headAt(Math.toIntExact(there.size())).root().equals(there.root());
  }

  private Optional<Checkpoint> head() {
    Path file = folder.resolve(LogFiles.CHECKPOINT);
    if (!EditionLog.isThere(folder)) {
      return Optional.empty();
    }
    try {
      Note note = Note.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      return Optional.of(Checkpoint.parse(file.toString(), note.text()));
    } catch (Damage e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts note and proof of the newest entry beside a staged list. */
  void prove(Path staged, LogEntries entries) {
    LogEntry newest = entries.all().getLast();
    sealing.put(staged.resolve(ReleaseNote.FILE_NAME), Package.bytes(newest.note()));
    String proof = entries.proof(newest).text();
    sealing.put(staged.resolve(EditionLog.PROOF), Package.bytes(proof));
  }

  /** The log's files, its checkpoint last. A longer log is left as it is: it was published. */
  void write(LogEntries entries) {
    if (head().filter(there -> !isBeginning(there, entries)).isPresent()) {
      return;
    }
    for (PublicFile file : entries.files()) {
      putIfOther(folder.resolve(file.path()), file.bytes());
    }
  }

  /** The changes of the key before the key itself: who finds the new one finds how it came. */
  void writeChanges(List<KeyChanged> changes) {
    Path keys = folder.resolveSibling("keys");
    for (KeyChanged one : changes) {
      byte[] note = Package.bytes(one.note());
      putIfOther(keys.resolve(KeyChange.fileName(one.number())), note);
      if (one.number() == changes.size()) {
        putIfOther(keys.resolve(KeyChange.FILE_NAME), note);
      }
    }
  }

  void writeMinisignKey(Minisign.PublicKey key) {
    putIfOther(folder.resolveSibling("keys").resolve("minisign.pub"), Package.bytes(key.file()));
  }

  /** The key that signs the log, in the form that readers of notes want. */
  void writeKey(LogEntries entries, Minisign.PublicKey key) {
    entries
        .origin()
        .ifPresent(
            origin -> {
              String vkey = NoteKey.of(origin, key).vkey() + "\n";
              Path keys = folder.resolveSibling("keys");
              putIfOther(keys.resolve(LogFiles.KEY), Package.bytes(vkey));
            });
  }

  /** What a killed program left undone: the log's files, and the proofs of every edition. */
  void complete(LogEntries entries, Releases releases) {
    write(entries);
    entries.all().stream()
        .filter(entry -> releases.isStanding(entry.number()))
        .forEach(entry -> writeProofs(entries, entry));
  }

  /** The proofs of an edition that has its place. */
  void writeProofs(LogEntries entries, LogEntry entry) {
    Path place = sealing.edition(entry.number());
    putIfOther(place.resolve(ReleaseNote.FILE_NAME), Package.bytes(entry.note()));
    byte[] proof = Package.bytes(entries.proof(entry).text());
    putIfOther(place.resolve(EditionLog.PROOF), proof);
  }

  private void putIfOther(Path file, byte[] bytes) {
    try {
      if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
        Files.createDirectories(file.resolveSibling("."));
        sealing.replace(file, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
