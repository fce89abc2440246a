package de.notbetrieb.publishing;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes editions into the store of one town. A package is staged and forced to disk, the database
 * commits, then the folder is renamed: whatever is interrupted, the next start can tell.
 */
final class Sealing {
  private final Path folder;

  Sealing(Path towns, String slug) {
    this.folder = towns.resolve(slug);
  }

  /** Writes all files and their list, forced to disk; nothing of it is served yet. */
  Path stage(Package content) {
    Path staging = folder.resolve("staging").resolve(Ids.random());
    Map<String, Path> known = filesOfNewest();
    try {
      Files.createDirectories(staging);
      for (PublicFile file : content.files()) {
        Path target = staging.resolve(file.path());
        Files.createDirectories(target.resolveSibling("."));
        write(target, file, known);
      }
      force(staging.resolve(Sha256Sums.FILE_NAME), Package.bytes(content.sums()));
      return staging;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the signature beside the list; after this the package is complete on disk. */
  void sign(Path staged, Package content, Minisign.KeyPair key) {
    String signature = key.sign(Package.bytes(content.sums()), content.stamp().trustedComment());
    try {
      force(staged.resolve(EditionPackage.SIGNATURE), Package.bytes(signature));
      forceFolders(staged);
      forceFolder(folder.resolve("staging"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the committed edition its place. */
  void place(Path staged, int number) {
    Path target = edition(number);
    try {
      Path editions = folder.resolve("editions");
      Files.createDirectories(editions);
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(editions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A release whose program was killed before its edition had its place. */
  void complete(Release release) {
    if (!isPlaced(release.number())) {
      String nothing = "nothing, neither in place nor staged";
      Path staged =
          staged(release.sums().hex())
              .orElseThrow(
                  () ->
                      new Damage(
                          edition(release.number()).toString(),
                          "edition " + release.number(),
                          nothing));
      place(staged, release.number());
    }
  }

  /**
   * The signed note first, then the files go: an edge that looks in between obeys the note. May be
   * repeated.
   */
  void takeBack(Withdrawal withdrawal) {
    Path place = edition(withdrawal.number());
    Path note = place.resolve(WithdrawalNote.FILE_NAME);
    Path signature = place.resolve(WithdrawalNote.FILE_NAME + ".minisig");
    try {
      Files.createDirectories(place);
      moveIn(signature, withdrawal.signature());
      moveIn(note, withdrawal.note());
      forceFolder(place);
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(place) && !path.equals(note) && !path.equals(signature)) {
            Files.delete(path);
          }
        }
      }
      forceFolder(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody ever sees half of such a file. */
  private void moveIn(Path target, String text) throws IOException {
    if (!Files.exists(target)) {
      replace(target, Package.bytes(text));
    }
  }

  /** Puts a whole file in the place of another or of none; what is read is one of the two. */
  void replace(Path target, byte[] bytes) throws IOException {
    Path next = Files.createDirectories(folder.resolve("staging")).resolve(Ids.random());
    force(next, bytes);
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(target.resolveSibling("."));
  }

  /** A file of a staged package, forced to disk. */
  void put(Path file, byte[] bytes) {
    try {
      force(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The staged folder that holds exactly this list. */
  Optional<Path> staged(String sumsHash) {
    return staged().stream()
        .filter(
            candidate ->
                sums(candidate)
                    .map(sums -> Sha256.of(Package.bytes(sums)).hex().equals(sumsHash))
                    .orElse(false))
        .findFirst();
  }

  List<Path> staged() {
    Path staging = folder.resolve("staging");
    if (!Files.isDirectory(staging)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(staging)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void discard(Path staged) {
    try (Stream<Path> all = Files.walk(staged)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isPlaced(int number) {
    return Files.isDirectory(edition(number));
  }

  Path edition(int number) {
    return folder.resolve("editions").resolve(Integer.toString(number));
  }

  /** Equal files of the newest edition become links, copied where the file system refuses. */
  private static void write(Path target, PublicFile file, Map<String, Path> known)
      throws IOException {
    Path same = known.get(file.line().sha256());
    if (same != null) {
      try {
        Files.createLink(target, same);
        return;
      } catch (IOException | UnsupportedOperationException e) {
        force(target, file.bytes());
        return;
      }
    }
    force(target, file.bytes());
  }

  private Map<String, Path> filesOfNewest() {
    Map<String, Path> known = new HashMap<>();
    Path editions = folder.resolve("editions");
    if (!Files.isDirectory(editions)) {
      return known;
    }
    try (Stream<Path> entries = Files.list(editions)) {
      Optional<Path> newest =
          entries
              .filter(path -> Files.isRegularFile(path.resolve(Sha256Sums.FILE_NAME)))
              .max(Comparator.comparingInt(p -> Integer.parseInt(p.getFileName().toString())));
      newest.ifPresent(
          path ->
              sums(path)
                  .ifPresent(
                      sums ->
                          Sha256Sums.parse(path.toString(), sums)
                              .lines()
                              .forEach(
                                  line -> known.put(line.sha256(), path.resolve(line.path())))));
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> sums(Path package_) {
    Path file = package_.resolve(Sha256Sums.FILE_NAME);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    file.toFile().setReadOnly();
  }

  private static void forceFolders(Path staged) throws IOException {
    try (Stream<Path> all = Files.walk(staged)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        forceFolder(folder);
      }
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
