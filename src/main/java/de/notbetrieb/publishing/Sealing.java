package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /**
   * Renders and writes all files and their list, forced to disk with all folders but the first;
   * nothing of it is served yet.
   *
   * @param before the newest files in the store
   * @param said what they say, if this very program rendered them: what tells of a service of which
   *     the same may be told is then taken over unrendered
   */
  Package stage(Edition edition, StoredFiles before, Optional<Edition> said) {
    Path staged = folder.resolve("staging").resolve(Ids.random());
    try (Staging staging = new Staging(staged, before)) {
      Files.createDirectories(staged);
      Set<Slug> same = said.map(earlier -> toldAlike(earlier, edition)).orElse(Set.of());
      same.forEach(service -> staging.takeOver(before.of(service)));
      Package.render(
          edition,
          edition.services().stream().filter(one -> !same.contains(one.slug())).toList(),
          staging::take);
      Package content = new Package(EditionStamp.of(edition), staging.finish(), staged);
      Disk.force(staged.resolve(Sha256Sums.FILE_NAME), Package.bytes(content.sums().text()));
      return content;
    } catch (IOException e) {
      discard(staged);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      discard(staged);
      throw e;
    }
  }

  /** The services of which both editions may tell the same. */
  private static Set<Slug> toldAlike(Edition earlier, Edition later) {
    Map<Slug, PublicService> before =
        earlier.services().stream()
            .collect(Collectors.toMap(PublicService::slug, Function.identity()));
    return later.services().stream()
        .filter(
            service ->
                Optional.ofNullable(before.get(service.slug()))
                    .filter(one -> earlier.about(one).equals(later.about(service)))
                    .isPresent())
        .map(PublicService::slug)
        .collect(Collectors.toSet());
  }

  /** Puts the signature beside the list; after this the package is complete on disk. */
  void sign(Package content, Minisign.KeyPair key) {
    String signature =
        key.sign(Package.bytes(content.sums().text()), content.stamp().trustedComment());
    try {
      Disk.force(content.folder().resolve(EditionPackage.SIGNATURE), Package.bytes(signature));
      Disk.forceFolder(content.folder());
      Disk.forceFolder(folder.resolve("staging"));
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
      Disk.forceFolder(editions);
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
      Disk.forceFolder(place);
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(place) && !path.equals(note) && !path.equals(signature)) {
            Files.delete(path);
          }
        }
      }
      Disk.forceFolder(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is complete on disk, but not yet in its place. */
  boolean isWaiting(Release release) {
    return !isPlaced(release.number()) && staged(release.sums().hex()).isPresent();
  }

  /** Whether the note of a withdrawal lies where the files were. */
  boolean isTakenBack(int number) {
    return Files.exists(edition(number).resolve(WithdrawalNote.FILE_NAME));
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
    Disk.force(next, bytes);
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Disk.forceFolder(target.resolveSibling("."));
  }

  /** A file of a staged package, forced to disk. */
  void put(Path file, byte[] bytes) {
    try {
      Disk.force(file, bytes);
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

  /** The newest files in the store. */
  StoredFiles newest() {
    Path editions = folder.resolve("editions");
    if (!Files.isDirectory(editions)) {
      return StoredFiles.NONE;
    }
    try (Stream<Path> entries = Files.list(editions)) {
      return entries
          .filter(path -> Files.isRegularFile(path.resolve(Sha256Sums.FILE_NAME)))
          .max(Comparator.comparingInt(p -> Integer.parseInt(p.getFileName().toString())))
          .flatMap(path -> sums(path).map(text -> StoredFiles.of(path, text)))
          .orElse(StoredFiles.NONE);
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
}
