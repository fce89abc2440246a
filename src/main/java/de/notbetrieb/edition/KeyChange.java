package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statement that a town signs with another key from an edition on: the text of {@code keys.note}.
 * The key before signs it, so that who knew that one can follow, and the new one, so that who learns
 * the new one first can look back.
 *
 * @param origin the name of the town's log
 * @param from the first edition that the new key signs
 * @param reason one line
 */
public record KeyChange(
    String origin,
    Minisign.PublicKey old,
    Minisign.PublicKey next,
    int from,
    OffsetDateTime at,
    String reason) {
  public static final String FILE_NAME = "keys.note";
  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+)\\nkeys\\n([A-Za-z0-9+/]{56})\\n([A-Za-z0-9+/]{56})\\nfrom ([1-9][0-9]{0,8})\\n"
              + "at (\\S+)\\nreason ([^\\n]{1,500})\\n");

  public KeyChange {
    reason = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    if (reason.isEmpty() || reason.length() > 500 || old.equals(next)) {
      throw new IllegalArgumentException("a change of keys names two keys and a reason");
    }
  }

  /** Checks a note that both keys signed. */
  public static KeyChange of(String file, Note note) {
    Matcher parts = FORM.matcher(note.text());
    try {
      if (parts.matches()) {
        KeyChange change =
            new KeyChange(
                parts.group(1),
                new Minisign.PublicKey(parts.group(2)),
                new Minisign.PublicKey(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                OffsetDateTime.parse(parts.group(5)),
                parts.group(6));
        note.requireSigned(file, NoteKey.of(change.origin, change.old));
        note.requireSigned(file, NoteKey.of(change.origin, change.next));
        return change;
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Damage(file, "a change of keys", "an impossible value", e);
    }
    throw new Damage(file, "a change of keys", "another text");
  }

  public String text() {
    return origin
        + ("\nkeys\n" + old.base64() + "\n" + next.base64() + "\n")
        + ("from " + from + "\n")
        + ("at " + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at) + "\n")
        + ("reason " + reason + "\n");
  }

  /** Signed by both. */
  public Note signed(Minisign.KeyPair oldPair, Minisign.KeyPair nextPair) {
    return Note.signed(text(), NoteKey.of(origin, old), oldPair)
        .with(NoteKey.of(origin, next).sign(text(), nextPair));
  }

  /** The name of the n-th change's file; the newest lies as keys.note too. */
  public static String fileName(int number) {
    return "keys-" + number + ".note";
  }
}
