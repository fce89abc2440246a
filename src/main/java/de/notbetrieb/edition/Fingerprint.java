package de.notbetrieb.edition;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A key as people compare it, on paper or on the phone: six groups of five digits, made from the
 * SHA-256 of the Ed25519 key. The number that minisign shows is chosen by whoever makes a key, so it
 * proves nothing.
 */
public final class Fingerprint {
  private static final int GROUPS = 6;
  private static final int HEX_OF_GROUP = 10;

  private Fingerprint() {}

  public static String of(Minisign.PublicKey key) {
    return ofRaw(key.raw());
  }

  /** The same key as the one that signs a log. */
  public static String of(NoteKey key) {
    return ofRaw(Base64.getDecoder().decode(key.key()));
  }

  private static String ofRaw(byte[] raw) {
    String hex = Sha256.of(raw).hex();
    return IntStream.range(0, GROUPS)
        .mapToObj(i -> hex.substring(i * HEX_OF_GROUP, (i + 1) * HEX_OF_GROUP))
        .map(group -> String.format(Locale.ROOT, "%05d", Long.parseLong(group, 16) % 100_000))
        .collect(Collectors.joining(" "));
  }

  /** The same from the line that an edition names. */
  public static String of(String key) {
    return of(new Minisign.PublicKey(key));
  }
}
