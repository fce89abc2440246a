package de.notbetrieb.access;

import de.notbetrieb.platform.Ids;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a password can do: be verified, and open a secret that was wrapped under it. Argon2id with 64
 * MiB and three passes (RFC 9106, second recommendation), AES-256-GCM around the secret.
 */
final class Passwords {
  static final int MIN_LENGTH = 12;
  private static final int MEMORY_KIB = 65_536;
  private static final int PASSES = 3;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] VERIFIED =
      "notbetrieb".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private Passwords() {}

  /** A text from which only this password can be recognised. */
  static String verifier(String password) {
    return wrap(VERIFIED, password);
  }

  static boolean verify(String password, String verifier) {
    return unwrap(verifier, password).filter(found -> Arrays.equals(found, VERIFIED)).isPresent();
  }

  /** Salt, nonce and encrypted secret in hex, with points between them. */
  static String wrap(byte[] secret, String password) {
    byte[] salt = Ids.salt();
    byte[] nonce = Arrays.copyOf(Ids.salt(), NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, password, salt, nonce).doFinal(secret);
      HexFormat hex = HexFormat.of();
      return hex.formatHex(salt) + "." + hex.formatHex(nonce) + "." + hex.formatHex(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Empty when the password is another one. */
  static Optional<byte[]> unwrap(String wrapped, String password) {
    String[] parts = wrapped.split("\\.");
    HexFormat hex = HexFormat.of();
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, password, hex.parseHex(parts[0]), hex.parseHex(parts[1]))
              .doFinal(hex.parseHex(parts[2])));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, String password, byte[] salt, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key(password, salt), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /** Each takes 64 MiB: a crowd at the door waits in line instead of taking all the memory. */
  private static synchronized byte[] key(String password, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(4)
            .withSalt(salt)
            .build());
    byte[] key = new byte[KEY_BYTES];
    argon2.generateBytes(password.toCharArray(), key);
    return key;
  }
}
