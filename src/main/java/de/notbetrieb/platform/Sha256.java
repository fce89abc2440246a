package de.notbetrieb.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256, as 64 lower-case hex digits. */
public record Sha256(@JsonValue String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Sha256 {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + hex);
    }
  }

  /** Of the parts' bytes, one after the other. */
  public static Sha256 of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Sha256(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As proof formats write it: the 32 bytes in base64. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /**
   * Reads what {@link #base64()} writes, and only that.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Sha256 ofBase64(String base64) {
    Sha256 hash = new Sha256(HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
    if (!hash.base64().equals(base64)) {
      throw new IllegalArgumentException("not a SHA-256 in base64: " + base64);
    }
    return hash;
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
