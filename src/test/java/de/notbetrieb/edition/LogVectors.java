package de.notbetrieb.edition;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A town with three editions in its log, made from a key that everybody knows, and the files with
 * which somebody could try to deceive: what {@code src/test/resources/log} holds.
 */
final class LogVectors {
  private static final String PROOF = "editions/2/edition.tlog-proof";
  private static final String NOTE = "editions/2/release.note";

  final Path good;
  final EditionFixture town;
  final LogFixture log;
  private final Path root;

  LogVectors(Path root) {
    this.root = root;
    this.good = root.resolve("good/moessingen");
    this.town = new EditionFixture(root.resolve("good"), "moessingen", key(7));
    this.log = new LogFixture(town);
  }

  static Minisign.KeyPair key(int every) {
    byte[] bytes = new byte[72];
    Arrays.fill(bytes, (byte) every);
    return Minisign.KeyPair.ofSeed(bytes);
  }

  /** Writes everything. */
  void write() {
    for (int number = 1; number <= 3; number++) {
      String words = "Ausgabe " + number + "\n";
      log.seal(number, List.of(file("nummer.txt", words), file("edition.json", json(number))));
    }
    put(good.resolve("keys/note.pub"), log.key().vkey() + "\n");
    edited("tampered-checkpoint", "log/checkpoint", text -> text.replace("\n3\n", "\n4\n"));
    put(bad("tampered-tile").resolve("log/tile/0/000.p/3"), "x".repeat(96));
    edited("tampered-note", NOTE, text -> text.replace("released p-", "released q-"));
    edited("tampered-proof", PROOF, text -> text.replace("index 1\n", "index 0\n"));
    edited("shorter-proof", PROOF, text -> text.replaceFirst("(?<=index 1\n)[^\n]+\n", ""));
    copied("note-of-another-edition", "editions/1/release.note", NOTE);
    copied("proof-of-another-edition", "editions/1/edition.tlog-proof", PROOF);
    put(bad("note-of-another-key").resolve(NOTE), forged(read(good.resolve(NOTE))));
    put(bad("log-of-another-key").resolve("log/checkpoint"), forged(log.checkpoint().file()));
    log.fork(1);
    LogFiles.of(log.releases(), log.checkpoint())
        .forEach(one -> put(bad("forked-log").resolve("log/" + one.path()), one.bytes()));
  }

  private static PublicFile file(String path, String text) {
    return new PublicFile(path, EditionFixture.bytes(text));
  }

  private String json(int number) {
    return town.json(number, "");
  }

  private Path bad(String name) {
    return root.resolve("bad").resolve(name);
  }

  private void edited(String name, String path, UnaryOperator<String> change) {
    put(bad(name).resolve(path), change.apply(read(good.resolve(path))));
  }

  private void copied(String name, String from, String to) {
    put(bad(name).resolve(to), read(good.resolve(from)));
  }

  /** Signed under the same name by a key that is not the town's. */
  private String forged(String file) {
    String text = Note.parse("note", file).text();
    Minisign.KeyPair other = key(8);
    return Note.signed(text, NoteKey.of(LogFixture.ORIGIN, other.publicKey()), other).file();
  }

  private static void put(Path file, String text) {
    put(file, EditionFixture.bytes(text));
  }

  private static void put(Path file, byte[] bytes) {
    EditionFixture.write(file, bytes);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The good town in a folder of its own, with the files of a bad case over it. */
  static Path town(Path vectors, String bad, Path scratch) {
    copy(vectors.resolve("good/moessingen"), scratch.resolve("moessingen"));
    if (!bad.isEmpty()) {
      copy(vectors.resolve("bad").resolve(bad), scratch.resolve("moessingen"));
    }
    return scratch.resolve("moessingen");
  }

  private static void copy(Path from, Path to) {
    files(from).forEach((path, bytes) -> put(to.resolve(path), bytes));
  }

  static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
