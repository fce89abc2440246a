package de.notbetrieb.platform;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and the signatures under it (C2SP signed-note). Lines of keys that nobody asked for are
 * carried along and prove nothing.
 *
 * @param text ends with a line feed
 */
public record Note(String text, List<Line> lines) {
  private static final int MAX_CHARACTERS = 100_000;
  private static final int MAX_LINES = 64;
  private static final Pattern LINE = Pattern.compile("— (\\S+) ([A-Za-z0-9+/]+={0,2})");

  /**
   * One signature.
   *
   * @param base64 the key's number and the signature
   */
  public record Line(String name, String base64) {
    /** Reads {@code — <name> <base64>}. */
    public static Line parse(String file, String line) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new Damage(file, "a line with a signature", "'" + line + "'");
      }
      try {
        if (Base64.getDecoder().decode(parts.group(2)).length > 4) {
          return new Line(parts.group(1), parts.group(2));
        }
      } catch (IllegalArgumentException e) {
        throw new Damage(file, "a signature in base64", "'" + line + "'", e);
      }
      throw new Damage(file, "a signature in base64", "'" + line + "'");
    }

    public String text() {
      return "— " + name + " " + base64 + "\n";
    }

    /** The number of the key, in hex. */
    String number() {
      return HexFormat.of().formatHex(Base64.getDecoder().decode(base64), 0, 4);
    }

    /** When a witness says that it signed, in seconds since 1970; for lines of witnesses only. */
    public long cosignedAt() {
      return NoteKey.seconds(bytes());
    }

    byte[] bytes() {
      byte[] all = Base64.getDecoder().decode(base64);
      return java.util.Arrays.copyOfRange(all, 4, all.length);
    }
  }

  public Note {
    lines = List.copyOf(lines);
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("not the text of a note");
    }
  }

  /** Reads the note that stands in the file of that name. */
  public static Note parse(String file, String all) {
    int blank = all.lastIndexOf("\n\n");
    if (all.length() > MAX_CHARACTERS || blank < 0 || !all.endsWith("\n")) {
      throw new Damage(file, "a signed note", "something else");
    }
    List<String> below = all.substring(blank + 2).lines().toList();
    if (below.isEmpty() || below.size() > MAX_LINES) {
      throw new Damage(file, "1 to " + MAX_LINES + " signatures", below.size() + "");
    }
    try {
      return new Note(
          all.substring(0, blank + 1), below.stream().map(line -> Line.parse(file, line)).toList());
    } catch (IllegalArgumentException e) {
      throw new Damage(file, "a signed note", "something else", e);
    }
  }

  /** The text with a first signature. */
  public static Note signed(String text, NoteKey key, Minisign.KeyPair pair) {
    return new Note(text, List.of(key.sign(text, pair)));
  }

  /** With one more signature, unless it stands there. */
  public Note with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    if (!more.contains(line)) {
      more.add(line);
    }
    return new Note(text, more);
  }

  /** The file: the text, an empty line, the signatures. */
  public String file() {
    StringBuilder all = new StringBuilder(text).append('\n');
    lines.forEach(line -> all.append(line.text()));
    return all.toString();
  }

  /**
   * The line with which this key signed, if it did.
   *
   * @throws Damage if a line names the key and is not its signature
   */
  public Optional<Line> lineOf(String file, NoteKey key) {
    Optional<Line> found = Optional.empty();
    for (Line line : lines) {
      if (key.isNamedIn(line)) {
        if (!key.signed(text, line)) {
          throw new Damage(file, "a signature of this text by " + key.vkey(), "another one");
        }
        found = found.or(() -> Optional.of(line));
      }
    }
    return found;
  }

  /**
   * Refuses a note that this key did not sign.
   *
   * @throws Damage if it did not
   */
  public void requireSigned(String file, NoteKey key) {
    if (lineOf(file, key).isEmpty()) {
      throw new Damage(file, "a signature by " + key.vkey(), "none");
    }
  }
}
