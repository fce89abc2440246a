package de.notbetrieb.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a log is and what its tree's root is at that length (C2SP tlog-checkpoint). It is the
 * text of a signed note.
 */
public record Checkpoint(String origin, long size, Sha256 root) {
  private static final Pattern FORM =
      Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

  /** Reads the text of the note of that name; extension lines are refused. */
  public static Checkpoint parse(String file, String text) {
    Matcher parts = FORM.matcher(text);
    try {
      if (parts.matches()) {
        return new Checkpoint(
            parts.group(1), Long.parseLong(parts.group(2)), Sha256.ofBase64(parts.group(3)));
      }
    } catch (IllegalArgumentException e) {
      throw new Damage(file, "a checkpoint", "another text", e);
    }
    throw new Damage(file, "a checkpoint", "another text");
  }

  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
