package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.PublicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeFollowsTest {
  @TempDir Path data;
  private EdgeWorld world;
  private EditionFixture town;

  @BeforeEach
  void start() {
    world = new EdgeWorld(data);
    town = world.town;
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void aNewEditionIsServedAndTheOneBeforeStaysUnderItsNumber() {
    world.seal(2);

    awaitEdition(2);
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 2");
    assertThat(world.get("/editions/1/nummer.txt")).endsWith("Ausgabe 1");
    assertThat(world.get("/editions/1/.%2e/2/nummer.txt")).startsWith("HTTP/1.1 400");
  }

  @Test
  void thoseWhoListenHearOfANewEdition() throws IOException {
    try (Socket socket = world.connect()) {
      socket.getOutputStream().write(EditionFixture.bytes("GET /live HTTP/1.1\r\nHost: x\r\n\r\n"));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      awaitLine(lines, "data: {\"edition\":1,\"asOf\":\"2023-11-21T07:40+01:00\"}");
      world.seal(2);
      awaitLine(lines, "data: {\"edition\":2,\"asOf\":\"2023-11-21T07:40+01:00\"}");
    }
  }

  @Test
  void aTamperedEditionIsPassedOverAndReportedUntilItIsWhole() throws IOException {
    Path file = data.resolve("half");
    List<PublicFile> files = world.files(2);
    town.sealIn(file, 2, files);
    Files.writeString(file.resolve("nummer.txt"), "Ausgabe II");
    Files.move(file, town.store.edition(2));

    awaitHealth("edition 2: nummer.txt: expected SHA-256");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
    assertThat(world.get("/healthz")).doesNotContain(data.toString());
    Files.writeString(town.store.edition(2).resolve("nummer.txt"), "Ausgabe 2");
    awaitEdition(2);
  }

  @Test
  void aTwinIsRefusedAndKeptAsEvidence() throws IOException {
    Path twin = data.resolve("twin");
    List<PublicFile> files =
        List.of(
            new PublicFile("index.html", EditionFixture.bytes("falsch")),
            new PublicFile("edition.json", EditionFixture.bytes(town.json(1, ""))));
    town.sealIn(twin, 1, files);
    Files.move(town.store.edition(1), data.resolve("away"));
    Files.move(twin, town.store.edition(1));

    awaitHealth("a twin with the same number");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
    try (var kept = Files.list(town.store.evidence())) {
      assertThat(kept.toList())
          .singleElement()
          .satisfies(copy -> assertThat(copy.resolve("index.html")).hasContent("falsch"));
    }
  }

  @Test
  void anEditionThatNamesAnotherPredecessorIsRefused() {
    String json =
        town.json(1, "")
            .replace("\"number\":1", "\"number\":2,\"previous\":\"" + "0".repeat(64) + "\"");
    town.sealIn(
        town.store.edition(2),
        2,
        List.of(new PublicFile("edition.json", EditionFixture.bytes(json))));

    awaitHealth("edition 2: refused");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
    assertThat(town.store.evidence()).isNotEmptyDirectory();
  }

  @Test
  void aWithdrawnEditionAnswersGoneForEveryAddressAndTheCorrectionIsLive() {
    world.seal(2);
    awaitEdition(2);
    world.seal(3);
    awaitEdition(3);
    town.withdraw(2);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/editions/2/").startsWith("HTTP/1.1 410"));
    for (String path : List.of("/editions/2", "/editions/2/nummer.txt", "/editions/2/a/b/c")) {
      assertThat(world.get(path))
          .startsWith("HTTP/1.1 410 Gone")
          .contains("zurückgezogen")
          .contains("030 23125-0");
    }
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 3");
    assertThat(world.get("/editions/")).contains("zurückgezogen");
  }

  @Test
  void whenTheOnlyEditionIsWithdrawnItIsGoneAndThePageSaysSo() {
    town.withdraw(1);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/editions/1/").startsWith("HTTP/1.1 410 Gone"));
    assertThat(world.get("/editions/1/nummer.txt")).startsWith("HTTP/1.1 410 Gone");
    for (String path : List.of("/", "/nummer.txt", "/edition.json", "/editions/2/")) {
      assertThat(world.get(path))
          .startsWith("HTTP/1.1 503")
          .contains("wird gerade berichtigt")
          .doesNotContain("030 23125-0");
    }
    assertThat(world.get("/en/")).contains("being corrected");
    world.seal(2);
    awaitEdition(2);
  }

  @Test
  void aTownWithNothingLeftIsNotAnsweredWithItsNeighbour() {
    EditionFixture neighbour = new EditionFixture(world.towns, "nehren");
    neighbour.seal(1, Map.of("index.html", "<html>Nehren</html>"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("notbetrieb.nehren.example", "/", NONE).contains("Nehren"));
    town.withdraw(1);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/editions/1/").startsWith("HTTP/1.1 410"));
    assertThat(world.get("/")).startsWith("HTTP/1.1 503").doesNotContain("Nehren");
  }

  private static final String[] NONE = {};

  @Test
  void aForgedWithdrawalIsNotObeyed() throws IOException {
    Files.writeString(town.store.edition(1).resolve("withdrawal.note"), "notbetrieb withdrawal\n");

    awaitHealth("withdrawal.note");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
  }

  @Test
  void theStoreMayDisappearAndComeBack() throws IOException {
    Files.move(world.towns, data.resolve("moved"));

    awaitHealth("the folder of towns is missing");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
    assertThat(world.get("/editions/1/nummer.txt")).startsWith("HTTP/1.1 503");
    Files.move(data.resolve("moved"), world.towns);
    world.seal(2);
    awaitEdition(2);
  }

  @Test
  void aKeyThatIsReplacedInTheStoreIsNotTrusted() throws IOException {
    EditionFixture impostor = new EditionFixture(data.resolve("other"), "moessingen");
    impostor.seal(1, Map.of("index.html", "falsch"));
    impostor.seal(2, Map.of("index.html", "falsch"));
    Files.copy(
        impostor.store.keyFile(),
        town.store.keyFile(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.move(impostor.store.edition(2), town.store.edition(2));

    awaitHealth("another key than the pinned one");
    awaitHealth("edition 2: SHA256SUMS.minisig");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 1");
    world.close();
    try (EdgeWorldAgain again = new EdgeWorldAgain(data)) {
      assertThat(again.sites())
          .contains("another key than the pinned one")
          .contains("\"edition\":1");
    }
  }

  @Test
  void eachTownHasItsHostAndNobodyANeighboursPage() {
    EditionFixture other = new EditionFixture(world.towns, "nehren");
    other.seal(1, Map.of("index.html", "Nehren", "nur-nehren.txt", "x"));

    await()
        .until(() -> world.get("notbetrieb.nehren.example", "/", new String[0]).endsWith("Nehren"));
    assertThat(world.get("NOTBETRIEB.moessingen.example.:8080", "/nummer.txt", new String[0]))
        .endsWith("Ausgabe 1");
    assertThat(world.get("/nur-nehren.txt")).startsWith("HTTP/1.1 404");
    assertThat(world.get("unknown.example", "/", new String[0]))
        .contains("https://notbetrieb.moessingen.example/")
        .contains("https://notbetrieb.nehren.example/");
    assertThat(world.get("/healthz")).doesNotContain("nehren");
    assertThat(world.get("unknown.example", "/healthz", new String[0]))
        .contains("nehren")
        .contains("moessingen");
  }

  @Test
  void aTownCannotTakeAnothersHost() {
    EditionFixture thief = new EditionFixture(world.towns, "aalen");
    String json = thief.json(1, "").replace("notbetrieb.aalen", "notbetrieb.moessingen");
    thief.seal(
        1,
        List.of(
            new PublicFile("index.html", EditionFixture.bytes("Dieb")),
            new PublicFile("edition.json", EditionFixture.bytes(json))));
    world.seal(2);

    awaitEdition(2);
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 2");
  }

  private void awaitEdition(int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/healthz").contains("\"edition\":" + number + ","));
  }

  private void awaitHealth(String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(world.get("unknown.example", "/healthz", new String[0]))
                    .contains(words));
  }

  private static void awaitLine(BufferedReader lines, String line) throws IOException {
    String read = lines.readLine();
    while (read != null && !read.equals(line)) {
      read = lines.readLine();
    }
    assertThat(read).isEqualTo(line);
  }

  /** A second start over the same folder. */
  private record EdgeWorldAgain(Edge edge) implements AutoCloseable {
    EdgeWorldAgain(Path data) throws IOException {
      this(
          Edge.start(
              EdgeOptions.parse("--follow", data.resolve("towns").toString(), "--port", "0"),
              java.time.InstantSource.system()));
    }

    String sites() throws IOException {
      try (Socket socket = new Socket("127.0.0.1", edge.port())) {
        socket.getOutputStream().write(EditionFixture.bytes("GET /healthz HTTP/1.0\r\n\r\n"));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    @Override
    public void close() throws IOException {
      edge.close();
    }
  }
}
