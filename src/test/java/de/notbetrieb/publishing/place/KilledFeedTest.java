package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.publishing.Editions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program is killed when all of an edition lies beside and is not yet what people read, or in
 * the middle of the switch. The next visit sends nothing again and switches.
 */
@Tag("long")
class KilledFeedTest {
  @TempDir static Path servers;
  private static SshServer ssh;
  private static SshServer plainSsh;
  private static WebSpace web;

  @TempDir Path data;
  private EditionFixture town;

  @BeforeAll
  static void start() throws Exception {
    ssh = SshServer.start(servers.resolve("ssh"));
    plainSsh = SshServer.withoutLinks(servers.resolve("plain"));
    web = WebSpace.start(servers);
  }

  @AfterAll
  static void stop() {
    ssh.close();
    plainSsh.close();
    web.close();
  }

  @BeforeEach
  void found() {
    town = new EditionFixture(data.resolve("towns"), "musterstadt");
  }

  private void seal(int number) {
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      pages.put("dienste/d" + i + "/index.html", ("Dienst in Ausgabe " + number).repeat(50));
    }
    pages.put("index.html", "Ausgabe " + number);
    town.seal(number, pages);
  }

  private int bring(Upload upload, Optional<String> secret) throws NotFed {
    Editions.Sealed sealed =
        new Editions.Sealed(
            town.store.highest(town.key.publicKey()).orElseThrow(), town.key.publicKey());
    Cargo cargo = new Cargo(sealed, () -> true, _ -> false, Clock.systemUTC());
    return new Feeds(data).bring(upload, secret, cargo, false);
  }

  private Sighting look(URI address) {
    TreeMap<Integer, Releasing.One> all = new TreeMap<>();
    for (int number : town.store.numbers()) {
      String sums = town.store.read(number, town.key.publicKey()).sums().sha256();
      all.put(number, new Releasing.One(new Sha256(sums), false, EditionFixture.AS_OF));
    }
    try (Fetch fetch = new Fetch(Duration.ofSeconds(20))) {
      return new ReadBack(
              fetch, town.town, town.key.publicKey(), new Releasing(all), EditionFixture.AS_OF)
          .folder(address, paths -> paths);
    }
  }

  private void requireGenuine(URI address, int number) {
    Sighting sighting = look(address);
    assertThat(sighting.findings()).isEmpty();
    assertThat(sighting.verdict()).isEqualTo(Sighting.Verdict.GENUINE);
    assertThat(sighting.edition()).contains(number);
  }

  @ParameterizedTest
  @CsvSource({"folder, 1", "folder, 2", "sftp, 1", "sftp, 2", "plain, 2", "plain, 3"})
  void outsideStandsOneWholeEditionAndTheNextVisitOnlySwitches(String way, int step)
      throws Exception {
    String name = way + step;
    SshServer server = way.equals("plain") ? plainSsh : ssh;
    boolean isFolder = way.equals("folder");
    Upload upload =
        isFolder
            ? new Upload(
                Upload.Way.FOLDER, web.folder.resolve(name).toString(), "", "", Optional.empty())
            : new Upload(
                Upload.Way.SFTP,
                "sftp://127.0.0.1:" + server.port + web.folder + "/" + name,
                server.user(),
                "",
                Optional.of(server.fingerprint()));
    Optional<String> secret = isFolder ? Optional.empty() : Optional.of(server.userKey());
    Optional<Path> secretFile = isFolder ? Optional.empty() : Optional.of(server.userKeyFile());
    seal(1);
    bring(upload, secret);
    requireGenuine(web.address(name), 1);
    seal(2);

    assertThat(HaltingFeed.run(town.towns, "musterstadt", upload, secretFile, step))
        .as(() -> log(town.towns))
        .isEqualTo(HaltingFeed.KILLED);

    if (way.equals("plain") && step == 3) {
      assertThat(look(web.address(name)).verdict())
          .as("without links there is nothing for a moment, never a mixture")
          .isEqualTo(Sighting.Verdict.NOTHING);
    } else {
      requireGenuine(web.address(name), 1);
    }
    assertThat(bring(upload, secret)).as("all of it lay there already").isZero();
    requireGenuine(web.address(name), 2);
    try (Stream<Path> beside = Files.list(web.folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .filteredOn(one -> one.startsWith(name))
          .as("nothing is left over")
          .allMatch(one -> one.equals(name) || one.startsWith(name + ".ausgabe-2-"))
          .contains(name);
    }
  }

  private static String log(Path towns) {
    try {
      return Files.readString(towns.resolve("killed.log"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
