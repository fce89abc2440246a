package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * An edition as files, checked completely: the signature is the key's, every listed file is there
 * and unchanged, no other file is, and signature, list and edition.json tell the same number, town,
 * time and purpose.
 */
public final class EditionPackage {
  public static final String SIGNATURE = Sha256Sums.FILE_NAME + ".minisig";

  /** Files that prove the others and can therefore not be listed among them. */
  public static final Set<String> PROOFS =
      Set.of(Sha256Sums.FILE_NAME, SIGNATURE, "release.note", "edition.tlog-proof");

  private static final long MAX_FILE_BYTES = 64L << 20;

  private final Path folder;
  private final EditionStamp stamp;
  private final EditionHead head;
  private final Sha256Sums sums;

  private EditionPackage(Path folder, EditionStamp stamp, EditionHead head, Sha256Sums sums) {
    this.folder = folder;
    this.stamp = stamp;
    this.head = head;
    this.sums = sums;
  }

  /**
   * Checks the edition in a folder against the key that must have signed it.
   *
   * @throws Damage at the first thing that is not as it should be
   */
  public static EditionPackage open(Path folder, Minisign.PublicKey key) {
    EditionPackage edition = openUnread(folder, key);
    edition.refuseOthers();
    edition.sums.lines().forEach(line -> edition.bytes(line.path()));
    return edition;
  }

  /**
   * Checks signature, list and edition.json; every other file is checked when {@link #bytes} reads
   * it.
   */
  public static EditionPackage openUnread(Path folder, Minisign.PublicKey key) {
    byte[] list = bytes(folder, Sha256Sums.FILE_NAME);
    EditionStamp stamp = stamp(folder, list, key);
    String name = folder.resolve(Sha256Sums.FILE_NAME).toString();
    Sha256Sums sums = Sha256Sums.parse(name, new String(list, StandardCharsets.UTF_8));
    if (sums.lines().stream().map(Sha256Sums.Line::path).anyMatch(PROOFS::contains)) {
      throw new Damage(name, "no line for a proof", "one");
    }
    EditionHead head =
        EditionHead.parse(
            folder.resolve(EditionHead.FILE_NAME).toString(),
            checked(folder, sums, EditionHead.FILE_NAME));
    requireAgreement(folder, stamp, head);
    return new EditionPackage(folder, stamp, head, sums);
  }

  private static EditionStamp stamp(Path folder, byte[] list, Minisign.PublicKey key) {
    String name = folder.resolve(SIGNATURE).toString();
    String signature = new String(bytes(folder, SIGNATURE), StandardCharsets.UTF_8);
    return EditionStamp.parse(name, key.check(name, list, signature));
  }

  /**
   * Whether anything lies in the folder that the list does not name.
   *
   * @throws Damage if so
   */
  public void refuseOthers() {
    // relativize() would cost as much as all the rest, and there are tens of thousands of files
    int above = folder.toString().length() + 1;
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = file.toString().substring(above).replace('\\', '/');
              if (!attributes.isRegularFile()) {
                throw new Damage(file.toString(), "a plain file", "a link or something else");
              }
              if (sums.of(path).isEmpty() && !PROOFS.contains(path)) {
                throw new Damage(file.toString(), "only files of the list", "one more");
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireAgreement(Path folder, EditionStamp stamp, EditionHead head) {
    EditionStamp told = new EditionStamp(head.town(), head.number(), head.asOf(), head.purpose());
    if (!told.equals(stamp)) {
      throw new Damage(
          folder.resolve(SIGNATURE).toString(), told.trustedComment(), stamp.trustedComment());
    }
    if ((head.number() == 1) != head.previous().isEmpty()) {
      throw new Damage(
          folder.resolve(EditionHead.FILE_NAME).toString(),
          "a predecessor named by every edition but the first",
          head.previous().orElse("none"));
    }
  }

  private static byte[] checked(Path folder, Sha256Sums sums, String path) {
    byte[] bytes = bytes(folder, path);
    String file = folder.resolve(path).toString();
    String expected =
        sums.of(path).orElseThrow(() -> new Damage(file, "a file of the list", "none"));
    String found = Sha256.of(bytes).hex();
    if (!found.equals(expected)) {
      throw new Damage(file, "SHA-256 " + expected, found);
    }
    return bytes;
  }

  static byte[] bytes(Path folder, String path) {
    Path file = folder.resolve(path);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw new Damage(file.toString(), "a plain file", "a folder, link or something else");
      }
      if (attributes.size() > MAX_FILE_BYTES) {
        throw new Damage(file.toString(), "at most 64 MiB", attributes.size() + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Damage(file.toString(), "a file", "none", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public EditionStamp stamp() {
    return stamp;
  }

  public EditionHead head() {
    return head;
  }

  public int number() {
    return stamp.number();
  }

  public Sha256Sums sums() {
    return sums;
  }

  public Path folder() {
    return folder;
  }

  /**
   * The bytes of a listed file, read and checked once more: what is handed out is what was signed.
   */
  public byte[] bytes(String path) {
    return checked(folder, sums, path);
  }

  /** The bytes of a proof, such as SHA256SUMS.minisig. */
  public byte[] proof(String name) {
    if (!PROOFS.contains(name)) {
      throw new IllegalArgumentException("not a proof: " + name);
    }
    return bytes(folder, name);
  }
}
