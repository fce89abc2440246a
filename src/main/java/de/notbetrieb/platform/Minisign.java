package de.notbetrieb.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * Keys and signatures as the program minisign reads and writes them: Ed25519 over the BLAKE2b-512
 * of the message (kind {@code ED}), and over signature and trusted comment together. Signatures of
 * the older kind, over the message itself, are refused.
 */
public final class Minisign {
  private static final byte[] KEY_KIND = {'E', 'd'};
  private static final byte[] SIGNATURE_KIND = {'E', 'D'};
  private static final int ID_BYTES = 8;
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final int MAX_FILE_CHARACTERS = 9000;
  private static final int MAX_COMMENT_CHARACTERS = 1000;
  private static final String UNTRUSTED = "untrusted comment: ";
  private static final String TRUSTED = "trusted comment: ";

  private Minisign() {}

  /**
   * What everybody may know of a key.
   *
   * @param base64 the second line of the public key file
   */
  public record PublicKey(String base64) {
    public PublicKey {
      byte[] bytes = decoded(base64, "public key", KEY_KIND.length + ID_BYTES + KEY_BYTES);
      if (!Arrays.equals(KEY_KIND, Arrays.copyOf(bytes, 2))) {
        throw new Damage("public key", "a key of the kind Ed", base64);
      }
    }

    /** Reads a public key file. */
    public static PublicKey ofFile(String name, String text) {
      List<String> lines = lines(name, text, 2);
      prefixed(name, lines.get(0), UNTRUSTED);
      return new PublicKey(lines.get(1));
    }

    /** The public key file, as minisign writes it. */
    public String file() {
      return UNTRUSTED + "minisign public key " + id() + "\n" + base64 + "\n";
    }

    /** The number under which minisign names the key. */
    public String id() {
      byte[] id = Arrays.copyOfRange(Base64.getDecoder().decode(base64), 2, 2 + ID_BYTES);
      return idOf(id);
    }

    /**
     * Checks a signature file over a message.
     *
     * @param name of the signature file, for the complaint
     * @return the trusted comment
     * @throws Damage if this key did not sign exactly this message and comment
     */
    public String check(String name, byte[] message, String signatureFile) {
      List<String> lines = lines(name, signatureFile, 4);
      prefixed(name, lines.get(0), UNTRUSTED);
      String comment = prefixed(name, lines.get(2), TRUSTED);
      byte[] kindIdSignature =
          decoded(lines.get(1), name, SIGNATURE_KIND.length + ID_BYTES + SIGNATURE_BYTES);
      byte[] global = decoded(lines.get(3), name, SIGNATURE_BYTES);
      if (!Arrays.equals(SIGNATURE_KIND, Arrays.copyOf(kindIdSignature, 2))) {
        throw new Damage(name, "a signature of the kind ED", "another kind");
      }
      String signer = idOf(Arrays.copyOfRange(kindIdSignature, 2, 2 + ID_BYTES));
      if (!signer.equals(id())) {
        throw new Damage(name, "a signature by key " + id(), "one by key " + signer);
      }
      byte[] signature = Arrays.copyOfRange(kindIdSignature, 2 + ID_BYTES, kindIdSignature.length);
      if (!verify(blake2b(message), signature)) {
        throw new Damage(name, "the signature of this content", "a signature of something else");
      }
      if (!verify(join(signature, comment.getBytes(StandardCharsets.UTF_8)), global)) {
        throw new Damage(name, "the trusted comment that was signed", "'" + comment + "'");
      }
      return comment;
    }

    private boolean verify(byte[] message, byte[] signature) {
      return Ed25519.verify(raw(), message, signature);
    }

    /** The Ed25519 public key without minisign's frame: 32 bytes. */
    public byte[] raw() {
      return Arrays.copyOfRange(Base64.getDecoder().decode(base64), 2 + ID_BYTES, 42);
    }
  }

  /**
   * A key that can sign. It lives in memory only; whoever keeps it wraps {@link #secret()} first.
   */
  public static final class KeyPair implements AutoCloseable {
    private final byte[] id;
    private final byte[] seed;
    private final byte[] publicBytes;

    private KeyPair(byte[] id, byte[] seed, byte[] publicBytes) {
      this.id = id;
      this.seed = seed;
      this.publicBytes = publicBytes;
    }

    public static KeyPair generate(SecureRandom random) {
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(random);
      return new KeyPair(id, key.getEncoded(), key.generatePublicKey().getEncoded());
    }

    /** The key with that number and seed: 8 and 32 bytes; what follows is passed over. */
    public static KeyPair ofSeed(byte[] numberAndSeed) {
      byte[] seed = Arrays.copyOfRange(numberAndSeed, ID_BYTES, ID_BYTES + KEY_BYTES);
      byte[] known = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
      return new KeyPair(Arrays.copyOf(numberAndSeed, ID_BYTES), seed, known);
    }

    /** The key whose {@link #secret()} these bytes are. */
    public static KeyPair ofSecret(byte[] secret) {
      if (secret.length != ID_BYTES + 2 * KEY_BYTES) {
        throw new Damage("secret key", "72 bytes", secret.length + " bytes");
      }
      return new KeyPair(
          Arrays.copyOf(secret, ID_BYTES),
          Arrays.copyOfRange(secret, ID_BYTES, ID_BYTES + KEY_BYTES),
          Arrays.copyOfRange(secret, ID_BYTES + KEY_BYTES, secret.length));
    }

    /** Key number, seed and public key: 8, 32 and 32 bytes. Never to a file in the clear. */
    public byte[] secret() {
      return join(id, join(seed, publicBytes));
    }

    public PublicKey publicKey() {
      return new PublicKey(
          Base64.getEncoder().encodeToString(join(KEY_KIND, join(id, publicBytes))));
    }

    /** The signature file over a message. */
    public String sign(byte[] message, String trustedComment) {
      if (trustedComment.length() > MAX_COMMENT_CHARACTERS
          || trustedComment.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException("not one line of a comment: " + trustedComment);
      }
      byte[] signature = ed25519(blake2b(message));
      byte[] global = ed25519(join(signature, trustedComment.getBytes(StandardCharsets.UTF_8)));
      Base64.Encoder base64 = Base64.getEncoder();
      return (UNTRUSTED + "signature from minisign secret key " + idOf(id) + "\n")
          + (base64.encodeToString(join(SIGNATURE_KIND, join(id, signature))) + "\n")
          + (TRUSTED + trustedComment + "\n")
          + (base64.encodeToString(global) + "\n");
    }

    /** 64 bytes over the message itself, as signed notes want it. */
    byte[] ed25519(byte[] message) {
      return Ed25519.sign(seed, message);
    }

    /** Wipes the seed. */
    @Override
    public void close() {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private static byte[] blake2b(byte[] message) {
    Blake2bDigest digest = new Blake2bDigest(512);
    digest.update(message, 0, message.length);
    byte[] hash = new byte[64];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static List<String> lines(String name, String text, int count) {
    if (text.length() > MAX_FILE_CHARACTERS) {
      throw new Damage(name, "a file of " + count + " lines", text.length() + " characters");
    }
    List<String> lines = text.lines().toList();
    if (lines.size() != count) {
      throw new Damage(name, count + " lines", lines.size() + " lines");
    }
    return lines;
  }

  private static String prefixed(String name, String line, String prefix) {
    if (!line.startsWith(prefix)) {
      throw new Damage(name, "a line that begins with '" + prefix + "'", "'" + line + "'");
    }
    return line.substring(prefix.length());
  }

  private static byte[] decoded(String line, String name, int length) {
    try {
      byte[] bytes = Base64.getDecoder().decode(line);
      if (bytes.length == length) {
        return bytes;
      }
      throw new Damage(name, length + " bytes in base64", bytes.length + " bytes");
    } catch (IllegalArgumentException e) {
      throw new Damage(name, length + " bytes in base64", "'" + line + "'", e);
    }
  }

  /** As minisign prints it: without zeros before it. */
  private static String idOf(byte[] littleEndian) {
    byte[] bigEndian = new byte[ID_BYTES];
    for (int i = 0; i < ID_BYTES; i++) {
      bigEndian[i] = littleEndian[ID_BYTES - 1 - i];
    }
    return new BigInteger(1, bigEndian).toString(16).toUpperCase(Locale.ROOT);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
