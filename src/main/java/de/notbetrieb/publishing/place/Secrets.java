package de.notbetrieb.publishing.place;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the passwords of places with AES-256-GCM under a key that lies beside the database and in
 * no backup of it: a dump or a backup alone tells nothing. Whoever can read the data directory as
 * the program does can read them; an upload at night needs them without anybody there. A box opens
 * under the place it was sealed for only.
 */
public final class Secrets {
  private static final String FILE = "places.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  /**
   * @param data the data directory; its key file is made when the first secret is sealed
   */
  public Secrets(Path data) {
    this.file = data.resolve(FILE);
  }

  SealedSecret seal(Slug town, String place, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        crypt(
            Cipher.ENCRYPT_MODE,
            key().orElseGet(this::newKey),
            nonce,
            town,
            place,
            secret.getBytes(StandardCharsets.UTF_8));
    byte[] box = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return new SealedSecret(Base64.getEncoder().encodeToString(box));
  }

  /** Empty when the key file is gone or another: then somebody types the password again. */
  Optional<String> open(Slug town, String place, SealedSecret secret) {
    byte[] box = Base64.getDecoder().decode(secret.box());
    return key()
        .flatMap(
            key -> {
              try {
                byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
                byte[] sealed = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
                byte[] words = crypt(Cipher.DECRYPT_MODE, key, nonce, town, place, sealed);
                return Optional.of(new String(words, StandardCharsets.UTF_8));
              } catch (Damage e) {
                return Optional.empty();
              }
            });
  }

  private static byte[] crypt(
      int mode, byte[] key, byte[] nonce, Slug town, String place, byte[] words) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((town + "/" + place).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(words);
    } catch (GeneralSecurityException e) {
      throw new Damage("a place's secret", "one sealed here for " + place, "another", e);
    }
  }

  private Optional<byte[]> key() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new Damage(file.toString(), KEY_BYTES + " bytes", key.length + " bytes");
      }
      return Optional.of(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Readable by its owner alone from its first byte on, and on disk before it is used. */
  private byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mine =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
      return key;
    } catch (FileAlreadyExistsException e) {
      return key().orElseThrow(() -> new UncheckedIOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
