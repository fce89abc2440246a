package de.notbetrieb.publishing;

import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TlogProof;
import de.notbetrieb.platform.TreeProof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A town's edition log as the journal holds it: leaf n-1 is the release of edition n. */
final class LogEntries {
  private final List<LogEntry> entries;
  private final List<Sha256> leaves;
  private final List<Cosignature> cosignatures;

  private LogEntries(List<LogEntry> entries, List<Cosignature> cosignatures) {
    this.entries = List.copyOf(entries);
    this.cosignatures = List.copyOf(cosignatures);
    this.leaves = entries.stream().map(entry -> entry.release().leafHash()).toList();
  }

  static LogEntries of(Reading reading) {
    return new LogEntries(
        reading.all(LogEntry.KIND).stream()
            .map(Stored::value)
            .sorted(Comparator.comparingInt(LogEntry::number))
            .toList(),
        reading.all(Cosignature.KIND).stream()
            .map(Stored::value)
            .sorted(Comparator.comparing(Cosignature::id))
            .toList());
  }

  int size() {
    return entries.size();
  }

  List<LogEntry> all() {
    return entries;
  }

  Optional<LogEntry> find(int number) {
    return entries.stream().filter(entry -> entry.number() == number).findFirst();
  }

  /** The name of the log: that of its first entry, whatever the town's address is by now. */
  Optional<String> origin() {
    return entries.stream().findFirst().map(entry -> entry.release().origin());
  }

  /** The tree's head when the log was that long. */
  Checkpoint headAt(int size) {
    return new Checkpoint(origin().orElse(""), size, TreeProof.root(leaves.subList(0, size)));
  }

  /** The newest signed checkpoint. */
  Optional<Note> checkpoint() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(signedCheckpoint(entries.getLast()));
  }

  /** A checkpoint with what witnesses wrote under it. */
  private Note signedCheckpoint(LogEntry entry) {
    Note note = entry.signedCheckpoint();
    long size = Checkpoint.parse(entry.id(), note.text()).size();
    for (Cosignature one : cosignatures) {
      note = one.size() == size ? note.with(Note.Line.parse(one.id(), one.line())) : note;
    }
    return note;
  }

  /** That the log of now begins with the log of that size. */
  List<Sha256> consistency(int from) {
    return TreeProof.consistency(leaves, from);
  }

  /**
   * The log with these releases added, all proven in one new checkpoint. Releases from before there
   * was a log come into it together with the first one after.
   *
   * @param releases in the order of their numbers, following what is in the log
   */
  LogEntries with(List<Release> releases, String origin, Purpose purpose, Minisign.KeyPair pair) {
    NoteKey key = NoteKey.of(origin, pair.publicKey());
    List<Note> notes = releases.stream().map(one -> signed(one, key, purpose, pair)).toList();
    List<Sha256> grown = new ArrayList<>(leaves);
    notes.forEach(note -> grown.add(ReleaseNote.parse(origin, note.text()).leafHash()));
    Checkpoint head = new Checkpoint(origin, grown.size(), TreeProof.root(grown));
    String checkpoint = Note.signed(head.text(), key, pair).file();
    List<LogEntry> all = new ArrayList<>(entries);
    for (int i = 0; i < notes.size(); i++) {
      all.add(new LogEntry(releases.get(i).number(), notes.get(i).file(), checkpoint));
    }
    return new LogEntries(all, cosignatures);
  }

  private static Note signed(Release release, NoteKey key, Purpose purpose, Minisign.KeyPair pair) {
    ReleaseNote note =
        new ReleaseNote(
            key.name(),
            release.number(),
            purpose,
            release.sums(),
            release.author().pseudonym(),
            release.releaser().pseudonym());
    return Note.signed(note.text(), key, pair);
  }

  /** The file edition.tlog-proof of an entry. */
  TlogProof proof(LogEntry entry) {
    Note checkpoint = signedCheckpoint(entry);
    Checkpoint head = Checkpoint.parse(entry.id(), checkpoint.text());
    List<Sha256> tree = leaves.subList(0, Math.toIntExact(head.size()));
    return new TlogProof(
        entry.number() - 1, TreeProof.inclusion(tree, entry.number() - 1), checkpoint);
  }

  /** The files below {@code log/}. */
  List<PublicFile> files() {
    return checkpoint()
        .map(note -> LogFiles.of(entries.stream().map(LogEntry::release).toList(), note))
        .orElse(List.of());
  }
}
