package de.notbetrieb.publishing;

import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.util.List;
import java.util.Optional;

/**
 * A line that came in and stands under one of our checkpoints by right: some partner, of now or of
 * before, signed it with some key of its own. Whether that still holds is asked when it is written.
 *
 * @param partner the id of its entry
 */
record WitnessLine(String partner, NoteKey key, Cosignature signature) {

  /** The lines of a text that partners signed; what else stands there is passed over. */
  static List<WitnessLine> in(String text, List<Witness> partners, LogEntries entries) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("—"))
        .distinct()
        .flatMap(line -> of(line, partners, entries).stream())
        .toList();
  }

  /** A line does not say which checkpoint it signs: it is tried under each, the newest first. */
  private static Optional<WitnessLine> of(String text, List<Witness> partners, LogEntries entries) {
    Note.Line line;
    try {
      line = Note.Line.parse("line", text);
    } catch (Damage e) {
      return Optional.empty();
    }
    for (Witness partner : partners) {
      for (NoteKey key : partner.keys()) {
        Optional<Integer> size =
            Optional.of(key.asWitness())
                .filter(one -> one.name().equals(line.name()))
                .flatMap(one -> signed(line, one, entries));
        if (size.isPresent()) {
          Cosignature signature = new Cosignature(size.get(), key.number(), text);
          return Optional.of(new WitnessLine(partner.id(), key, signature));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> signed(Note.Line line, NoteKey key, LogEntries entries) {
    for (int size = entries.size(); size > 0; size--) {
      try {
        Note note = new Note(entries.headAt(size).text(), List.of(line));
        if (note.lineOf("line", key).isEmpty()) {
          return Optional.empty(); // it names another key, whatever the checkpoint
        }
        return Optional.of(size);
      } catch (Damage e) {
        continue; // not this checkpoint's
      }
    }
    return Optional.empty();
  }

  /**
   * Writes lines down, all or none. One that stands there from before does no harm.
   *
   * @throws de.notbetrieb.platform.Refused if a new one comes from a partner that has left or goes on
   *     with another key, or if no other came
   */
  static void put(Writing change, List<WitnessLine> lines) {
    List<WitnessLine> fresh = lines.stream().filter(line -> !line.stands(change)).toList();
    for (WitnessLine line : fresh) {
      line.partner(change).requireHolds(line.key);
      change.put(Cosignature.KIND, line.signature.id(), line.signature);
    }
    if (fresh.isEmpty() && lines.stream().noneMatch(one -> one.partner(change).holds(one.key))) {
      lines.getFirst().partner(change).requireHolds(lines.getFirst().key);
    }
  }

  private boolean stands(Writing change) {
    return change
        .find(Cosignature.KIND, signature.id())
        .map(Stored::value)
        .filter(signature::equals)
        .isPresent();
  }

  private Witness partner(Writing change) {
    return change.find(Witness.KIND, partner).orElseThrow().value();
  }
}
