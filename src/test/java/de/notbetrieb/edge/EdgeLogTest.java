package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.edition.LogFixture;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge holds a town to the history that it has seen. */
class EdgeLogTest {
  @TempDir Path data;
  private EdgeWorld world;
  private LogFixture log;

  @BeforeEach
  void twoEditionsInTheLog() {
    world = new EdgeWorld(data);
    log = new LogFixture(world.town);
    log.adopt(1);
    log.seal(2, world.files(2));
    awaitEdition(2);
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void theLogIsServedBesideTheEditionsAndHeldToWhatWasSeen() throws IOException {
    String checkpoint = log.checkpoint().file();
    assertThat(world.get("/checkpoint")).contains("text/plain").endsWith(checkpoint);
    assertThat(world.get("/note.pub")).endsWith(log.key().vkey() + "\n");
    assertThat(world.get("/release.note")).contains("\n2\nDEMONSTRATION\n");
    assertThat(world.get("/editions/1/edition.tlog-proof")).contains("\nindex 0\n");
    assertThat(world.get("/tile/0/000.p/2")).contains("Content-Length: 64\r\n");
    assertThat(world.get("/tile/0/000.p/1")).contains("Content-Length: 32\r\n");
    assertThat(world.get("/tile/entries/000.p/2")).contains("notbetrieb.moessingen.example\n2\n");
    for (String none : new String[] {"/tile/0/000.p/3", "/tile/0/000", "/tile/1/000.p/1"}) {
      assertThat(world.get(none)).startsWith("HTTP/1.1 404");
    }

    log.fork(1);
    log.write();
    awaitHealth("a forked one");
    assertThat(world.get("/checkpoint")).endsWith(checkpoint);
    assertThat(kept()).singleElement().asString().contains("log-2-");

    world.close();
    world = new EdgeWorld(data, Limits.USUAL, false);
    awaitHealth("a forked one");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 2");
  }

  @Test
  void aShorterLogAnEditionWithoutProofAndATamperedProofAreRefused() throws IOException {
    String checkpoint = log.checkpoint().file();
    Note replayed =
        Note.parse(
            "old", Files.readString(edition(1).resolve(EditionLog.PROOF)).split("\n\n", 2)[1]);
    log.rollBack(1);
    assertThat(log.checkpoint()).isEqualTo(replayed);
    log.write();
    awaitHealth("a log of at least 2 editions, found one of 1");
    assertThat(world.get("/checkpoint")).endsWith(checkpoint);

    log.adopt(2);
    world.seal(3);
    awaitHealth("edition 3: waits for the edition log");
    EditionFixture.delete(edition(3));

    log.seal(3, world.files(3));
    awaitEdition(3);
    log.seal(4, world.files(4));
    awaitEdition(4);
    Path staged = data.resolve("five");
    world.town.sealIn(staged, 5, world.files(5));
    Files.move(staged, edition(5));
    log.adopt(5);
    EditionFixture.write(
        edition(5).resolve(EditionLog.PROOF),
        Files.readAllBytes(edition(4).resolve(EditionLog.PROOF)));
    awaitHealth("edition 5: refused: ");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 4");
    assertThat(kept()).anySatisfy(one -> assertThat(one.toString()).contains("/5-"));
    log.prove(edition(5), 5);
    awaitEdition(5);
  }

  @Test
  void anEditionWaitsUntilEnoughWitnessesHaveSeenIt() throws IOException {
    Minisign.KeyPair first = Minisign.KeyPair.generate(new SecureRandom());
    Minisign.KeyPair second = Minisign.KeyPair.generate(new SecureRandom());
    NoteKey one = NoteKey.of("nehren.example", first.publicKey()).asWitness();
    NoteKey two = NoteKey.of("aalen.example", second.publicKey()).asWitness();
    Path file = Files.writeString(data.resolve("w"), one.vkey() + "\n# auch\n" + two.vkey() + "\n");
    Note seen = log.checkpoint();
    log.write(cosigned(cosigned(seen, one, first), two, second));
    try (Edge edge = strict(file)) {
      awaitEdition(edge, 2);
      log.seal(3, world.files(3));
      awaitHealth(edge, "edition 3: waits for the word of enough witnesses");
      Note alone = cosigned(log.checkpoint(), one, first);
      log.write(alone.with(two.cosign(seen.text(), 1_700_000_000, second)));
      awaitHealth(edge, "edition 3: waits for the word of enough witnesses");
      assertThat(health(edge)).contains("\"edition\":2");
      log.write(cosigned(alone, two, second));
      awaitEdition(edge, 3);
    }
  }

  @Test
  void aNewKeyIsFollowedWhenTheOldOneSignedItAndAnotherIsNot() throws IOException {
    Minisign.KeyPair next = Minisign.KeyPair.generate(new SecureRandom());
    KeyChange change =
        new KeyChange(
            LogFixture.ORIGIN,
            world.town.key.publicKey(),
            next.publicKey(),
            3,
            EditionFixture.AS_OF,
            "Ein Rechner ist weg.");
    Path note = world.town.store.keyFile().resolveSibling(KeyChange.fileName(1));
    Minisign.KeyPair thief = Minisign.KeyPair.generate(new SecureRandom());
    EditionFixture.write(note, EditionFixture.bytes(change.signed(thief, next).file()));
    EditionFixture town = new EditionFixture(world.towns, "moessingen", next);
    awaitHealth("the store or its key is missing or damaged");

    EditionFixture.write(note, EditionFixture.bytes(change.signed(world.town.key, next).file()));
    LogFixture after = log.signedBy(town);
    after.seal(3, world.files(3));
    awaitEdition(3);
    assertThat(world.get("/keys.note")).contains("\nreason Ein Rechner ist weg.\n");
    assertThat(world.get("/minisign.pub")).contains(next.publicKey().base64());
    assertThat(world.get("/editions/1/nummer.txt")).endsWith("Ausgabe 1");

    world.close();
    Files.delete(note);
    EditionFixture.write(
        world.town.store.keyFile(), EditionFixture.bytes(thief.publicKey().file()));
    world = new EdgeWorld(data, Limits.USUAL, false);
    awaitHealth("another key than the pinned one");
    assertThat(world.get("/nummer.txt")).endsWith("Ausgabe 3");
  }

  private static Note cosigned(Note note, NoteKey key, Minisign.KeyPair pair) {
    return note.with(key.cosign(note.text(), 1_700_000_000, pair));
  }

  private Edge strict(Path witnesses) throws IOException {
    return Edge.start(
        EdgeOptions.parse(
            "--follow", world.towns.toString(),
            "--port", "0",
            "--pins", data.resolve("strict.pins").toString(),
            "--witnesses", witnesses.toString(),
            "--witnessed", "2"),
        world.now::get);
  }

  private Path edition(int number) {
    return world.town.store.edition(number);
  }

  private java.util.List<Path> kept() throws IOException {
    try (var all = Files.list(world.town.store.evidence())) {
      return all.toList();
    }
  }

  private void awaitEdition(int number) {
    awaitEdition(world.edge, number);
  }

  private void awaitHealth(String words) {
    awaitHealth(world.edge, words);
  }

  private static void awaitEdition(Edge edge, int number) {
    awaitHealth(edge, "\"edition\":" + number + ",");
  }

  private static void awaitHealth(Edge edge, String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(health(edge)).contains(words));
  }

  private static String health(Edge edge) throws IOException {
    try (var socket = new java.net.Socket("127.0.0.1", edge.port())) {
      socket.getOutputStream().write(EditionFixture.bytes("GET /healthz HTTP/1.0\r\n\r\n"));
      return new String(
          socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
