package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The editions of one town on disk, {@code <towns>/<slug>/editions/<n>/}, for reading. A number
 * whose folder holds a withdrawal.note was taken back; a number without folder is missing.
 */
public final class EditionStore {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final Slug town;
  private final Path folder;

  /**
   * @param towns the folder that holds a folder for each town
   */
  public EditionStore(Path towns, Slug town) {
    this.town = town;
    this.folder = towns.resolve(town.value());
  }

  /** The towns that have a folder there, sorted. */
  public static List<Slug> towns(Path towns) {
    return names(towns).stream().filter(Slug::isValid).map(Slug::of).sorted().toList();
  }

  public Slug town() {
    return town;
  }

  /** Where the files of an edition lie or would lie. */
  public Path edition(int number) {
    return folder.resolve("editions").resolve(Integer.toString(number));
  }

  public Path evidence() {
    return folder.resolve("evidence");
  }

  /** Where the town's edition log lies. */
  public Path log() {
    return folder.resolve(LogFiles.FOLDER);
  }

  public Path keyFile() {
    return folder.resolve("keys").resolve("minisign.pub");
  }

  /** The numbers that have a folder, in order, whether verified, damaged or withdrawn. */
  public List<Integer> numbers() {
    return names(folder.resolve("editions")).stream()
        .filter(name -> NUMBER.matcher(name).matches())
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  /** What lies directly in an edition's folder. */
  public Set<String> files(int number) {
    return Set.copyOf(names(edition(number)));
  }

  /** The key that lies with the store, and those before it. */
  public TownKeys keys() {
    return TownKeys.read(folder.resolve("keys"));
  }

  /** The key that lies with the store. Whoever pinned another must not trust this one. */
  public Minisign.PublicKey key() {
    byte[] bytes = EditionPackage.bytes(folder, "keys/minisign.pub");
    return Minisign.PublicKey.ofFile(
        keyFile().toString(), new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether a withdrawal note lies there; whether it is genuine says {@link #withdrawal}. */
  public boolean isWithdrawn(int number) {
    return Files.isRegularFile(
        edition(number).resolve(WithdrawalNote.FILE_NAME), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Checks an edition completely.
   *
   * @throws Damage if it is not what was sealed under this town and number
   */
  public EditionPackage read(int number, Minisign.PublicKey key) {
    return inItsPlace(number, EditionPackage.open(edition(number), key));
  }

  /** Checks signature, list and edition.json; the files are checked when they are read. */
  public EditionPackage readUnread(int number, Minisign.PublicKey key) {
    return inItsPlace(number, EditionPackage.openUnread(edition(number), key));
  }

  private EditionPackage inItsPlace(int number, EditionPackage edition) {
    if (!edition.stamp().town().equals(town) || edition.number() != number) {
      throw new Damage(
          edition(number).toString(),
          "edition " + number + " of " + town,
          "edition " + edition.number() + " of " + edition.stamp().town());
    }
    return edition;
  }

  /**
   * Checks a withdrawal.
   *
   * @throws Damage if this key did not withdraw this number of this town
   */
  public WithdrawalNote withdrawal(int number, TownKeys keys) {
    List<Minisign.PublicKey> possible = keys.since(number);
    for (Minisign.PublicKey key : possible.subList(1, possible.size())) {
      try {
        return withdrawal(number, key);
      } catch (Damage e) {
        continue; // another key of the town may have signed it
      }
    }
    return withdrawal(number, possible.getFirst());
  }

  /** The same with one key. */
  public WithdrawalNote withdrawal(int number, Minisign.PublicKey key) {
    Path place = edition(number);
    String noteName = place.resolve(WithdrawalNote.FILE_NAME).toString();
    byte[] note = EditionPackage.bytes(place, WithdrawalNote.FILE_NAME);
    String signature =
        new String(
            EditionPackage.bytes(place, WithdrawalNote.FILE_NAME + ".minisig"),
            StandardCharsets.UTF_8);
    String comment = key.check(noteName + ".minisig", note, signature);
    WithdrawalNote withdrawal =
        WithdrawalNote.parse(noteName, new String(note, StandardCharsets.UTF_8));
    if (!withdrawal.town().equals(town)
        || withdrawal.number() != number
        || !withdrawal.trustedComment().equals(comment)) {
      throw new Damage(noteName, "the withdrawal of edition " + number + " of " + town, comment);
    }
    return withdrawal;
  }

  /** The highest edition that verifies and is not withdrawn: the one to serve. */
  public Optional<EditionPackage> highest(Minisign.PublicKey key) {
    return highest(TownKeys.only(key));
  }

  /** The same in a town whose key may have changed. */
  public Optional<EditionPackage> highest(TownKeys keys) {
    return numbers().reversed().stream()
        .filter(number -> !isWithdrawn(number))
        .flatMap(number -> verified(number, keys.of(number)).stream())
        .findFirst();
  }

  private Optional<EditionPackage> verified(int number, Minisign.PublicKey key) {
    try {
      return Optional.of(read(number, key));
    } catch (Damage e) {
      return Optional.empty();
    }
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
