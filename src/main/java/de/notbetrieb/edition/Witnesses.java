package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose word is asked for besides the town's: so many of these must have seen a checkpoint.
 *
 * @param keys of witnesses; two lines for one key count once
 * @param needed 0 asks nobody
 */
public record Witnesses(List<NoteKey> keys, int needed) {
  public static final Witnesses NONE = new Witnesses(List.of(), 0);

  public Witnesses {
    keys = List.copyOf(keys);
    if (needed < 0 || needed > keys.stream().map(NoteKey::key).distinct().count()) {
      throw new IllegalArgumentException(
          needed + " witnesses are asked for, " + keys.size() + " are known");
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
    Set<String> found = new HashSet<>();
    for (NoteKey key : keys) {
      try {
        checkpoint.lineOf(LogFiles.CHECKPOINT, key).ifPresent(_ -> found.add(key.key()));
      } catch (Damage e) {
        // A line that only claims to be this witness's: it must not hinder those of the others.
        continue;
      }
    }
    return found.size();
  }

  public boolean areEnough(Note checkpoint) {
    return needed == 0 || count(checkpoint) >= needed;
  }
}
