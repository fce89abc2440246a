package de.notbetrieb.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whose signatures under a note are looked for: a name and an Ed25519 public key (C2SP signed-note).
 * The same key under the same name signs notes and, with its own number, cosigns checkpoints.
 *
 * @param key the 32 bytes in base64
 */
public record NoteKey(String name, Type type, String key) {
  private static final Pattern NAME = Pattern.compile("[^\\p{IsWhite_Space}\\p{Cntrl}+]{1,200}");
  private static final int KEY_BYTES = 32;
  private static final int TIME_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;

  /** What a signature means; the byte stands in the key's number. */
  public enum Type {
    /** Over the text itself. */
    NOTE(1),
    /** A witness's, over a checkpoint and a time (C2SP tlog-cosignature, cosignature/v1). */
    COSIGNATURE(4);

    private final byte code;

    Type(int code) {
      this.code = (byte) code;
    }
  }

  public NoteKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a key: " + name);
    }
    if (Base64.getDecoder().decode(key).length != KEY_BYTES) {
      throw new IllegalArgumentException("not the bytes of an Ed25519 key: " + key);
    }
  }

  /** The key under which a town's notes and checkpoints are signed. */
  public static NoteKey of(String name, Minisign.PublicKey key) {
    return new NoteKey(name, Type.NOTE, Base64.getEncoder().encodeToString(key.raw()));
  }

  /** Reads a verifier key, {@code <name>+<number>+<base64>}, from the file of that name. */
  public static NoteKey parse(String file, String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    try {
      byte[] bytes = Base64.getDecoder().decode(parts[2]);
      for (Type type : Type.values()) {
        if (bytes[0] == type.code) {
          String raw =
              Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 1, bytes.length));
          NoteKey key = new NoteKey(parts[0], type, raw);
          if (key.vkey().equals(vkey.strip())) {
            return key;
          }
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Damage(file, "a verifier key of a note", vkey, e);
    }
    throw new Damage(file, "a verifier key of a note", vkey);
  }

  /** As a line that Go's sumdb/note and others read. */
  public String vkey() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(type.code).put(raw()).array();
    return name + "+" + number() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  /** The same key as that of a witness. */
  public NoteKey asWitness() {
    return new NoteKey(name, Type.COSIGNATURE, key);
  }

  /** The same key as the one that signs a log. */
  public NoteKey asLog() {
    return new NoteKey(name, Type.NOTE, key);
  }

  /** The first four bytes of SHA-256(name, line feed, type, key), in hex. */
  public String number() {
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Sha256.of(named, new byte[] {type.code}, raw()).hex().substring(0, 8);
  }

  private byte[] raw() {
    return Base64.getDecoder().decode(key);
  }

  /** Whether a line under a note names this key; whether it signed says {@link #signed}. */
  boolean isNamedIn(Note.Line line) {
    return line.name().equals(name) && line.number().equals(number());
  }

  boolean signed(String text, Note.Line line) {
    byte[] bytes = line.bytes();
    return switch (type) {
      case NOTE ->
          bytes.length == SIGNATURE_BYTES
              && Ed25519.verify(raw(), text.getBytes(StandardCharsets.UTF_8), bytes);
      case COSIGNATURE ->
          bytes.length == TIME_BYTES + SIGNATURE_BYTES
              && seconds(bytes) >= 0
              && Ed25519.verify(
                  raw(),
                  cosigned(text, seconds(bytes)),
                  Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    };
  }

  /** A line under this note. The key pair must be this key's. */
  public Note.Line sign(String text, Minisign.KeyPair pair) {
    return line(pair.ed25519(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A witness's line under a checkpoint, with the time at which it was seen. */
  public Note.Line cosign(String checkpoint, long seconds, Minisign.KeyPair pair) {
    ByteBuffer timed = ByteBuffer.allocate(TIME_BYTES + SIGNATURE_BYTES).putLong(seconds);
    return line(timed.put(pair.ed25519(cosigned(checkpoint, seconds))).array());
  }

  private Note.Line line(byte[] signature) {
    ByteBuffer numbered = ByteBuffer.allocate(4 + signature.length);
    numbered.put(HexFormat.of().parseHex(number())).put(signature);
    return new Note.Line(name, Base64.getEncoder().encodeToString(numbered.array()));
  }

  private static byte[] cosigned(String checkpoint, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
  }

  /** When a witness's line says it was signed, in seconds since 1970. */
  static long seconds(byte[] timedSignature) {
    return ByteBuffer.wrap(timedSignature).getLong();
  }
}
