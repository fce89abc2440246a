package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.util.List;

/**
 * Whose word is asked for besides the town's: so many of these must have seen a checkpoint.
 *
 * @param keys of witnesses; those of one name, or of one key, are one witness
 * @param needed 0 asks nobody
 */
public record Witnesses(List<NoteKey> keys, int needed) {
  public static final Witnesses NONE = new Witnesses(List.of(), 0);

  public Witnesses {
    keys = List.copyOf(keys);
    int known = different(keys);
    if (needed < 0 || needed > known) {
      throw new IllegalArgumentException(
          needed + " different witnesses are asked for, " + known + " are known");
    }
  }

  /** Reads one verifier key a line; empty lines and those that begin with # are passed over. */
  public static Witnesses parse(String file, String text, int needed) {
    List<NoteKey> keys =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> NoteKey.parse(file, line).asWitness())
            .toList();
    return new Witnesses(keys, needed);
  }

  /** How many of them signed a checkpoint; a false signature counts as none. */
  public int count(Note checkpoint) {
    return different(keys.stream().filter(key -> signed(checkpoint, key)).toList());
  }

  private static boolean signed(Note checkpoint, NoteKey key) {
    try {
      return checkpoint.lineOf(LogFiles.CHECKPOINT, key).isPresent();
    } catch (Damage e) {
      // A line that only claims to be this witness's: it must not hinder those of the others.
      return false;
    }
  }

  /** A town with an old and a new key, or with two names for one, is not two. */
  private static int different(List<NoteKey> keys) {
    long names = keys.stream().map(NoteKey::name).distinct().count();
    long bytes = keys.stream().map(NoteKey::key).distinct().count();
    return Math.toIntExact(Math.min(names, bytes));
  }

  public boolean areEnough(Note checkpoint) {
    return needed == 0 || count(checkpoint) >= needed;
  }
}
