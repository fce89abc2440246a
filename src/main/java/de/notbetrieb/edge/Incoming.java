package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was fetched from a source and lies aside until it is checked. It lies there as in a store, so
 * that the store's own checks read it.
 */
final class Incoming implements AutoCloseable {
  private final Path folder;
  private final Path aside;
  private final Fetching fetching;
  private final Optional<Minisign.PublicKey> given;
  private final Optional<EditionStore> store;

  private Incoming(
      Path folder,
      Path aside,
      Fetching fetching,
      Optional<Minisign.PublicKey> given,
      Optional<EditionStore> store) {
    this.folder = folder;
    this.aside = aside;
    this.fetching = fetching;
    this.given = given;
    this.store = store;
  }

  /**
   * @param store what was taken over before
   */
  static Incoming in(
      Path folder, Source source, Optional<Minisign.PublicKey> given, Optional<EditionStore> store)
      throws IOException {
    Path aside = folder.resolve("staging");
    delete(aside);
    try {
      Files.createDirectories(aside);
    } catch (IOException e) {
      throw new NotWritten(aside, e);
    }
    return new Incoming(folder, aside, new Fetching(source), given, store);
  }

  /**
   * Fetches the edition that this signature signs, checks it and takes it over; one that is there is
   * left.
   *
   * @throws Damage if it is not what the town signed, or not newer than what is there
   * @throws IOException if the source does not give all of it
   */
  void edition(byte[] signature) throws IOException {
    fetching.keys(aside.resolve("keys"));
    byte[] list = fetching.small(Sha256Sums.FILE_NAME);
    EditionStamp stamp = stamp(list, signature);
    EditionStore here = store.orElseGet(() -> new EditionStore(Mirror.towns(folder), stamp.town()));
    if (!here.town().equals(stamp.town())) {
      throw new Damage(
          EditionPackage.SIGNATURE, "an edition of " + here.town(), stamp.trustedComment());
    }
    TownKeys keys = keys(stamp.town());
    int newest = here.numbers().isEmpty() ? 0 : here.numbers().getLast();
    if (stamp.number() < newest && !here.isWithdrawn(newest)) {
      throw new Damage(
          EditionPackage.SIGNATURE, "edition " + newest + " or later", "edition " + stamp.number());
    }
    EditionStore there = new EditionStore(aside, stamp.town());
    Path place = there.edition(stamp.number());
    write(place.resolve(Sha256Sums.FILE_NAME), list);
    write(place.resolve(EditionPackage.SIGNATURE), signature);
    if (here.numbers().contains(stamp.number())) {
      requireSame(here, place, stamp.number(), Sha256.of(list).hex());
      return;
    }
    fetching.files(Sha256Sums.parse(Sha256Sums.FILE_NAME, text(list)), here, place);
    for (String proof : List.of(ReleaseNote.FILE_NAME, EditionLog.PROOF)) {
      fetching.mayFetch(proof, place.resolve(proof));
    }
    EditionPackage edition = there.read(stamp.number(), keys.of(stamp.number()));
    Optional<EditionLog> log = fetchLog(here, there, keys);
    Optional<EditionLog.Proven> proven = EditionLog.proven(edition, keys.of(stamp.number()));
    if (log.isPresent()) {
      log.get()
          .requireHolds(
              EditionLog.PROOF,
              proven.orElseThrow(() -> new Damage(EditionLog.PROOF, "a proof", "none")));
    }
    takeOver(here, there);
    Files.createDirectories(here.edition(0).resolveSibling("."));
    Files.move(place, here.edition(stamp.number()), StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireSame(EditionStore here, Path place, int number, String sums)
      throws IOException {
    String known =
        here.isWithdrawn(number)
            ? "a withdrawn one"
            : Sha256.of(Files.readAllBytes(here.edition(number).resolve(Sha256Sums.FILE_NAME)))
                .hex();
    if (!known.equals(sums)) {
      Evidence.keep(place, here.evidence(), number, sums);
      throw new Damage(Sha256Sums.FILE_NAME, "edition " + number + " with the list " + known, sums);
    }
  }

  /** Fetches what may have changed without a new edition: keys and log. */
  void keysAndLog() throws IOException {
    if (store.isEmpty()) {
      return;
    }
    fetching.keys(aside.resolve("keys"));
    EditionStore there = new EditionStore(aside, store.get().town());
    fetchLog(store.get(), there, keys(store.get().town()));
    takeOver(store.get(), there);
  }

  /**
   * Takes an edition back as the town did: its note takes the place of its files.
   *
   * @throws Damage if the town did not sign the note
   */
  void withdrawal(int number, byte[] note) throws IOException {
    EditionStore here = store.orElseThrow();
    EditionStore there = new EditionStore(aside, here.town());
    Path place = there.edition(number);
    write(place.resolve(WithdrawalNote.FILE_NAME), note);
    String signature = WithdrawalNote.FILE_NAME + ".minisig";
    write(place.resolve(signature), fetching.small("editions/" + number + "/" + signature));
    fetching.keys(aside.resolve("keys"));
    there.withdrawal(number, keys(here.town()));
    takeOver(here, there);
    Path taken = here.edition(number);
    for (String file : List.of(signature, WithdrawalNote.FILE_NAME)) {
      Files.move(
          place.resolve(file),
          taken.resolve(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    // the note stands; a crash from here on leaves files that are answered with 410 all the same
    try (Stream<Path> files = Files.list(taken)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().startsWith(WithdrawalNote.FILE_NAME)) {
          delete(file);
        }
      }
    }
  }

  /** The key that signed this is not known before the number is, and the number not before the key. */
  private EditionStamp stamp(byte[] list, byte[] signature) throws IOException {
    Damage refused = new Damage(EditionPackage.SIGNATURE, "a signature of the town", "none");
    for (TownKeys.Era era : TownKeys.read(aside.resolve("keys")).eras()) {
      try {
        String comment = era.key().check(EditionPackage.SIGNATURE, list, text(signature));
        return EditionStamp.parse(EditionPackage.SIGNATURE, comment);
      } catch (Damage e) {
        refused = e;
      }
    }
    throw refused;
  }

  /** The town's keys as the source tells them, if they lead on from the one that is trusted. */
  private TownKeys keys(Slug town) throws IOException {
    EditionStore there = new EditionStore(aside, town);
    if (Files.exists(aside.resolve("keys"))) {
      Files.createDirectories(aside.resolve(town.value()));
      Files.move(aside.resolve("keys"), aside.resolve(town.value()).resolve("keys"));
    }
    TownKeys keys = there.keys();
    Optional<Minisign.PublicKey> trusted =
        given.or(() -> store.map(EditionStore::keys).map(TownKeys::current));
    if (trusted.filter(key -> !keys.includes(key)).isPresent()) {
      throw new Damage("minisign.pub", "a key that leads on from the trusted one", "another key");
    }
    return keys;
  }

  /** The log as the source shows it, if it shows one; checked against the one that is here. */
  private Optional<EditionLog> fetchLog(EditionStore here, EditionStore there, TownKeys keys)
      throws IOException {
    Path log = there.log();
    if (!fetching.mayFetch(LogFiles.CHECKPOINT, log.resolve(LogFiles.CHECKPOINT))) {
      return Optional.empty();
    }
    Note note = Note.parse(LogFiles.CHECKPOINT, Files.readString(log.resolve(LogFiles.CHECKPOINT)));
    Checkpoint head = Checkpoint.parse(LogFiles.CHECKPOINT, note.text());
    for (String tile : LogFiles.tiles(head.size())) {
      fetching.fetch(tile, log.resolve(tile));
    }
    EditionLog found = EditionLog.read(log, keys);
    if (EditionLog.isThere(here.log())) {
      Checkpoint before = EditionLog.read(here.log(), keys).head();
      try {
        found.requireContinues(LogFiles.CHECKPOINT, before);
      } catch (Damage e) {
        String name = "log-" + head.size() + "-" + head.root().hex().substring(0, 16);
        Evidence.keep(log, here.evidence().resolve(name));
        throw e;
      }
    }
    return Optional.of(found);
  }

  /** Keys and log; what speaks of others comes after them. */
  private static void takeOver(EditionStore here, EditionStore there) throws IOException {
    moveAll(
        there.keyFile().resolveSibling("."), here.keyFile().resolveSibling("."), "minisign.pub");
    if (EditionLog.isThere(there.log())) {
      moveAll(there.log(), here.log(), LogFiles.CHECKPOINT);
    }
  }

  private static void moveAll(Path from, Path to, String last) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).filter(file -> !file.endsWith(last)).toList();
    }
    for (Path file : Stream.concat(files.stream(), Stream.of(from.resolve(last))).toList()) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.resolveSibling("."));
      try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
        bytes.force(true);
      }
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** After a power cut the newest copy may be broken: it is fetched again. */
  static void dropDamaged(EditionStore store) throws IOException {
    for (int number : store.numbers().reversed()) {
      if (store.isWithdrawn(number)) {
        continue;
      }
      try {
        store.read(number, store.keys().of(number));
      } catch (Damage e) {
        delete(store.edition(number));
      }
      return;
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void write(Path file, byte[] bytes) throws NotWritten {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new NotWritten(file, e);
    }
  }

  /** Writes a small file whole. */
  static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(aside);
  }
}
