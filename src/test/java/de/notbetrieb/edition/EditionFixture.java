package de.notbetrieb.edition;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One town's store in a test: seals editions of a few files, withdraws and damages them. */
public final class EditionFixture {
  public static final OffsetDateTime AS_OF = OffsetDateTime.parse("2023-11-21T07:40:00+01:00");

  public final Minisign.KeyPair key;
  public final Slug town;
  public final Path towns;
  public final EditionStore store;

  public EditionFixture(Path towns, String town) {
    this(towns, town, Minisign.KeyPair.generate(new SecureRandom()));
  }

  public EditionFixture(Path towns, String town, Minisign.KeyPair key) {
    this.key = key;
    this.towns = towns;
    this.town = Slug.of(town);
    this.store = new EditionStore(towns, this.town);
    write(store.keyFile(), bytes(key.publicKey().file()));
  }

  /** Seals an edition of these texts beside a small edition.json, naming its predecessor. */
  public Path seal(int number, Map<String, String> texts) {
    List<PublicFile> files = new ArrayList<>();
    texts.forEach((path, text) -> files.add(new PublicFile(path, bytes(text))));
    return seal(number, files);
  }

  public Path seal(int number, List<PublicFile> given) {
    List<PublicFile> files = new ArrayList<>(given);
    if (files.stream().noneMatch(file -> file.path().equals("edition.json"))) {
      files.add(new PublicFile("edition.json", bytes(json(number, ""))));
    }
    return sealIn(store.edition(number), number, files);
  }

  public Path sealIn(Path folder, int number, List<PublicFile> files) {
    files.forEach(file -> write(folder.resolve(file.path()), file.bytes()));
    String sums = Sha256Sums.of(files.stream().map(PublicFile::line).toList()).text();
    write(folder.resolve("SHA256SUMS"), bytes(sums));
    sign(folder, number);
    return folder;
  }

  public void sign(Path folder, int number) {
    String comment = new EditionStamp(town, number, AS_OF, Purpose.DEMONSTRATION).trustedComment();
    write(folder.resolve("SHA256SUMS.minisig"), bytes(key.sign(sums(folder), comment)));
  }

  /** The smallest edition.json; {@code more} begins with a comma. */
  public String json(int number, String more) {
    String previous =
        Optional.of(store.edition(number - 1))
            .filter(Files::exists)
            .map(folder -> ",\"previous\":\"" + sumsHash(number - 1) + "\"")
            .orElse(number == 1 ? "" : ",\"previous\":\"" + "0".repeat(64) + "\"");
    return """
        {"asOf":"%s","number":%d%s,"purpose":"DEMONSTRATION","town":{"name":"Stadt %s",\
        "publicAddress":"https://notbetrieb.%s.example","slug":"%s","zone":"Europe/Berlin"}%s}"""
        .formatted("2023-11-21T07:40:00+01:00", number, previous, town, town, town, more);
  }

  private String sumsHash(int number) {
    return store.isWithdrawn(number)
        ? store.withdrawal(number, key.publicKey()).sha256Sums()
        : Sha256.of(sums(store.edition(number))).hex();
  }

  /** Puts a signed note into the place of an edition's files. */
  public void withdraw(int number) {
    Path folder = store.edition(number);
    String sums = Sha256.of(sums(folder)).hex();
    delete(folder);
    WithdrawalNote note =
        new WithdrawalNote(town, number, AS_OF.plusDays(1), sums, Purpose.DEMONSTRATION);
    byte[] text = bytes(note.text());
    write(folder.resolve("withdrawal.note.minisig"), bytes(key.sign(text, note.trustedComment())));
    write(folder.resolve("withdrawal.note"), text);
  }

  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sums(Path folder) {
    try {
      return Files.readAllBytes(folder.resolve("SHA256SUMS"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
