package de.notbetrieb.publishing.place;

import de.notbetrieb.channel.export.StaticExport;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.publishing.Editions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
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
  private final IntPredicate withdrawn;
  private final InstantSource clock;
  private final Instant end;

  /**
   * @param wanted whether this is still the edition that is to be public
   * @param withdrawn whether a number was taken back
   */
  Cargo(
      Editions.Sealed sealed, BooleanSupplier wanted, IntPredicate withdrawn, InstantSource clock) {
    this.sealed = sealed;
    this.export = StaticExport.signed(sealed.edition(), sealed.key());
    this.wanted = wanted;
    this.withdrawn = withdrawn;
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

  /** What its folder is called beside others: its number, and what tells it from a twin. */
  String name() {
    byte[] list = sums().text().getBytes(StandardCharsets.UTF_8);
    return number() + "-" + Sha256.of(list, signature()).hex().substring(0, 8);
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
    return withdrawn.test(number);
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
