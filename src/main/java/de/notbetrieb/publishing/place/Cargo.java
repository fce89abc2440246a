package de.notbetrieb.publishing.place;

import de.notbetrieb.channel.export.StaticExport;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.publishing.Editions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One edition on its way to a place: its files, until when, and whether it is still the one. */
final class Cargo {
  /** An edition is far smaller; what is larger is a mistake that no place should get. */
  static final long MOST_BYTES = 512L << 20;

  private static final Duration MOST_TIME = Duration.ofMinutes(30);

  private final Editions.Sealed sealed;
  private final StaticExport export;
  private final BooleanSupplier wanted;
  private final Supplier<Releasing> releases;
  private final InstantSource clock;
  private final Instant end;

  /**
   * @param wanted whether this is still the edition that is to be public
   * @param releases what the journal knows of this town's editions
   */
  Cargo(
      Editions.Sealed sealed,
      BooleanSupplier wanted,
      Supplier<Releasing> releases,
      InstantSource clock) {
    this.sealed = sealed;
    this.export = StaticExport.signed(sealed.edition(), sealed.key());
    this.wanted = wanted;
    this.releases = releases;
    this.clock = clock;
    this.end = clock.instant().plus(MOST_TIME);
    long bytes = export.files().stream().mapToLong(file -> file.bytes().length).sum();
    if (bytes > MOST_BYTES) {
      throw new IllegalStateException("edition of " + bytes + " bytes");
    }
  }

  int number() {
    return sealed.edition().number();
  }

  String townName() {
    return sealed.edition().head().townName();
  }

  Sha256Sums sums() {
    return sealed.edition().sums();
  }

  /**
   * What its folder is called beside others: its number and the beginning of its list's hash, both of
   * which the journal keeps for ever. So what was given up or taken back is known again.
   */
  String name() {
    return number() + "-" + sums().sha256().substring(0, 8);
  }

  /** The hash of the list of an edition of this town; empty for a number that it never released. */
  Optional<Sha256> listOf(int number) {
    return releases.get().sums(number);
  }

  /** What no list names: number and name do not say that it is the same. */
  boolean isProof(String path) {
    return sums().of(path).isEmpty();
  }

  private byte[] signature() {
    return sealed.edition().proof(EditionPackage.SIGNATURE);
  }

  /** Whether these are the bytes of its signature. */
  boolean isSigned(byte[] bytes) {
    return Arrays.equals(bytes, signature());
  }

  /** The list of hashes last: where it is, everything is. */
  List<PublicFile> inOrder() {
    return Stream.concat(
            export.files().stream().filter(file -> !isList(file)),
            export.files().stream().filter(Cargo::isList))
        .toList();
  }

  private static boolean isList(PublicFile file) {
    return file.path().equals(Sha256Sums.FILE_NAME);
  }

  Set<String> paths() {
    return export.files().stream().map(PublicFile::path).collect(Collectors.toSet());
  }

  /** Whether the edition of that number was taken back. */
  boolean isWithdrawn(int number) {
    return releases.get().isWithdrawn(number);
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.toZip(out);
    return out.toByteArray();
  }

  void requireTime() throws NotFed {
    if (clock.instant().isAfter(end)) {
      throw new NotFed(Finding.What.TOO_SLOW, String.valueOf(MOST_TIME.toMinutes()));
    }
    requireWanted();
  }

  /** A newer edition is on its way: this one must not take its place. */
  void requireWanted() throws NotFed {
    if (!wanted.getAsBoolean()) {
      throw new NotFed(Finding.What.BROKE_OFF);
    }
  }
}
