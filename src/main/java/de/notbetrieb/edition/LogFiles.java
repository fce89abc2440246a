package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TreeProof;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A town's edition log as files that any server can hand out (C2SP tlog-tiles): the checkpoint, tiles
 * of 256 hashes, and bundles with the texts of the releases.
 */
public final class LogFiles {
  public static final String FOLDER = "log";
  public static final String CHECKPOINT = "checkpoint";

  /** The name of the file with the log's key, beside minisign.pub. */
  public static final String KEY = "note.pub";

  private static final int WIDTH = 256;
  private static final int HASH_BYTES = 32;
  private static final Pattern TILE =
      Pattern.compile(
          "tile/(entries|[0-3])/((?:x[0-9]{3}/){0,1}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private LogFiles() {}

  /**
   * Every file of the log, the checkpoint last: whoever finds it finds what it speaks of.
   *
   * @param releases the texts of the releases, in the order of the log
   */
  public static List<PublicFile> of(List<ReleaseNote> releases, Note checkpoint) {
    List<PublicFile> files = new ArrayList<>();
    List<byte[]> entries = releases.stream().map(LogFiles::entry).toList();
    files.addAll(tiles("entries", entries));
    List<Sha256> hashes = releases.stream().map(ReleaseNote::leafHash).toList();
    for (int level = 0; !hashes.isEmpty(); level++) {
      files.addAll(tiles("" + level, hashes.stream().map(Sha256::bytes).toList()));
      hashes = level(hashes);
    }
    byte[] text = checkpoint.file().getBytes(StandardCharsets.UTF_8);
    files.add(new PublicFile(CHECKPOINT, text));
    return files;
  }

  /**
   * The paths of everything that a log of that size consists of, but for its checkpoint.
   *
   * @throws Damage if no log is so long
   */
  public static List<String> tiles(long size) {
    if (size > EditionLog.MAX_SIZE) {
      throw new Damage(CHECKPOINT, "at most " + EditionLog.MAX_SIZE + " editions", size + "");
    }
    List<String> paths = new ArrayList<>(tiles("entries", (int) size));
    int count = (int) size;
    for (int level = 0; count > 0; level++) {
      paths.addAll(tiles("" + level, count));
      count /= WIDTH;
    }
    return paths;
  }

  private static List<String> tiles(String level, int count) {
    List<String> paths = new ArrayList<>();
    for (int at = 0; at < count; at += WIDTH) {
      paths.add(path(level, at / WIDTH, Math.min(WIDTH, count - at)));
    }
    return paths;
  }

  private static byte[] entry(ReleaseNote release) {
    byte[] text = release.leaf();
    return ByteBuffer.allocate(2 + text.length).putShort((short) text.length).put(text).array();
  }

  /** The roots of the full tiles below. */
  private static List<Sha256> level(List<Sha256> below) {
    List<Sha256> above = new ArrayList<>();
    for (int at = 0; at + WIDTH <= below.size(); at += WIDTH) {
      above.add(TreeProof.root(below.subList(at, at + WIDTH)));
    }
    return above;
  }

  private static List<PublicFile> tiles(String level, List<byte[]> parts) {
    List<PublicFile> tiles = new ArrayList<>();
    for (int at = 0; at < parts.size(); at += WIDTH) {
      List<byte[]> part = parts.subList(at, Math.min(at + WIDTH, parts.size()));
      tiles.add(new PublicFile(path(level, at / WIDTH, part.size()), joined(part)));
    }
    return tiles;
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** {@code tile/<level>/<number>}, and {@code .p/<width>} for one that is not full. */
  static String path(String level, int number, int width) {
    String digits = String.format(Locale.ROOT, "%03d", number % 1000);
    for (int rest = number / 1000; rest > 0; rest /= 1000) {
      digits = String.format(Locale.ROOT, "x%03d/", rest % 1000) + digits;
    }
    return "tile/" + level + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
  }

  /**
   * A tile of a checked log, or a bundle of its entries from the folder, if they are what the log
   * holds.
   */
  public static Optional<byte[]> tile(EditionLog log, Path folder, String path) {
    Matcher parts = TILE.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(parts.group(2).replaceAll("[x/]", ""));
    int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
    List<Sha256> hashes = log.leaves();
    if (parts.group(1).equals("entries")) {
      return entries(hashes, folder, path, number, width);
    }
    for (int level = Integer.parseInt(parts.group(1)); level > 0; level--) {
      hashes = level(hashes);
    }
    return there(hashes, number, width)
        .map(part -> joined(part.stream().map(Sha256::bytes).toList()));
  }

  private static Optional<List<Sha256>> there(List<Sha256> hashes, int number, int width) {
    long from = (long) number * WIDTH;
    return width > 0 && width <= WIDTH && from + width <= hashes.size()
        ? Optional.of(hashes.subList((int) from, (int) from + width))
        : Optional.empty();
  }

  private static Optional<byte[]> entries(
      List<Sha256> leaves, Path folder, String path, int number, int width) {
    Optional<List<Sha256>> expected = there(leaves, number, width);
    if (expected.isEmpty() || !Files.isRegularFile(folder.resolve(path))) {
      return Optional.empty();
    }
    byte[] bundle;
    try {
      bundle = EditionPackage.bytes(folder, path);
    } catch (Damage | UncheckedIOException e) {
      return Optional.empty();
    }
    List<Sha256> found = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    while (rest.remaining() > 2) {
      byte[] entry = new byte[Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining())];
      rest.get(entry);
      found.add(MerkleTree.leaf(entry));
    }
    return found.equals(expected.get()) ? Optional.of(bundle) : Optional.empty();
  }

  /** The hashes of all leaves, as the lowest tiles hold them; not checked yet. */
  static List<Sha256> leaves(Path log, int size) {
    List<Sha256> leaves = new ArrayList<>();
    for (int at = 0; at < size; at += WIDTH) {
      int width = Math.min(WIDTH, size - at);
      String path = path("0", at / WIDTH, width);
      byte[] tile = EditionPackage.bytes(log, path);
      if (tile.length != width * HASH_BYTES) {
        throw new Damage(log.resolve(path).toString(), width + " hashes", tile.length + " bytes");
      }
      for (int i = 0; i < width; i++) {
        byte[] hash = Arrays.copyOfRange(tile, i * HASH_BYTES, (i + 1) * HASH_BYTES);
        leaves.add(new Sha256(HexFormat.of().formatHex(hash)));
      }
    }
    return leaves;
  }
}
