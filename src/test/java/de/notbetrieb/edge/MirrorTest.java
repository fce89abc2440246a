package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.edition.LogFixture;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Minisign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge at a partner's that copies from the town's own, over a line that may break or lie. */
class MirrorTest {
  @TempDir Path data;
  private EdgeWorld source;
  private LogFixture log;
  private HttpServer line;
  private final HttpClient client = HttpClient.newHttpClient();
  private Mirror mirror;
  private volatile Instant now = Instant.EPOCH;
  private Optional<Integer> served = Optional.empty();

  /** What the line makes of an answer's body, by path. */
  private volatile UnaryOperator<Passing> way = passing -> passing;

  /** An answer on its way. */
  private record Passing(String path, int status, byte[] body) {
    Passing with(String text) {
      return new Passing(path, status, EditionFixture.bytes(text));
    }

    Passing lost() {
      return new Passing(path, 502, new byte[0]);
    }
  }

  @BeforeEach
  void aSourceWithTwoEditions() throws IOException {
    source = new EdgeWorld(data.resolve("source"));
    log = new LogFixture(source.town);
    log.adopt(1);
    publish(2);
    now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    line.createContext("/", this::pass);
    line.start();
    mirror = mirror(Optional.of(source.town.key.publicKey()));
  }

  @AfterEach
  void stop() throws IOException {
    mirror.close();
    line.stop(0);
    source.close();
  }

  @Test
  void whatTheSourcePublishesIsCopiedAndWhatStaysTheSameIsNotFetchedAgain() throws IOException {
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    assertThat(copies().numbers()).containsExactly(2);

    publish(3);
    way = passing -> passing.path().equals("/feed.atom") ? passing.lost() : passing;
    mirror.look();
    assertThat(mirror.word()).isEqualTo(new SourceWord(address(), Optional.of(now), ""));
    assertThat(copies().numbers()).containsExactly(2, 3);
    for (int number : new int[] {2, 3}) {
      assertThat(copies().read(number, source.town.key.publicKey()).number()).isEqualTo(number);
    }
    assertThat(Files.getAttribute(copies().edition(2).resolve("feed.atom"), "unix:ino"))
        .isEqualTo(Files.getAttribute(copies().edition(3).resolve("feed.atom"), "unix:ino"));
    assertThat(copies().log().resolve("checkpoint")).hasContent(log.checkpoint().file());
    assertThat(data.resolve("mirror/staging")).doesNotExist();
  }

  @Test
  void aLineThatBreaksLeavesTheCopyAsItWasAndTheNextLookCompletesIt() {
    mirror.look();
    publish(3);
    for (String lost :
        new String[] {"/nummer.txt", "/SHA256SUMS", "/release.note", "/tile/0/000.p/3"}) {
      way = passing -> passing.path().equals(lost) ? passing.lost() : passing;
      mirror.look();
      assertThat(mirror.word().problem()).as(lost).isNotEmpty();
      assertThat(copies().numbers()).as(lost).containsExactly(2);
    }
    way = passing -> passing;
    mirror.look();
    assertThat(copies().numbers()).containsExactly(2, 3);
  }

  @Test
  void aChangedByteAnotherKeyAndAnotherTownAreRefused() {
    mirror.look();
    publish(3);
    way = passing -> passing.path().equals("/nummer.txt") ? passing.with("Ausgabe Z") : passing;
    mirror.look();
    assertThat(mirror.word().problem()).contains("nummer.txt: expected SHA-256");

    Minisign.KeyPair thief = Minisign.KeyPair.generate(new SecureRandom());
    EditionFixture forged = new EditionFixture(data.resolve("forged"), "moessingen", thief);
    Path edition = forged.seal(3, source.files(3));
    way =
        passing ->
            passing.path().equals("/minisign.pub")
                ? passing.with(thief.publicKey().file())
                : from(edition, passing);
    mirror.look();
    assertThat(mirror.word().problem()).contains("a key that leads on from the trusted one");

    EditionFixture neighbour =
        new EditionFixture(data.resolve("neighbour"), "nehren", source.town.key);
    Path theirs = neighbour.seal(1, source.files(1));
    way = passing -> from(theirs, passing);
    mirror.look();
    assertThat(mirror.word().problem()).contains("an edition of moessingen");
    assertThat(copies().numbers()).containsExactly(2);
    assertThat(mirror.word().last()).contains(now);
  }

  @Test
  void anEarlierEditionIsNoWordAndATwinIsKeptAsEvidence() throws IOException {
    publish(3);
    mirror.look();
    Instant heard = now;
    now = heard.plusSeconds(60);
    Path earlier = source.town.store.edition(2);
    way = passing -> from(earlier, passing);
    mirror.close();
    mirror = mirror(Optional.empty());
    mirror.look();
    assertThat(mirror.word().problem()).contains("expected edition 3 or later, found edition 2");
    assertThat(mirror.word().last()).contains(heard.truncatedTo(ChronoUnit.MINUTES));

    EditionFixture other = new EditionFixture(data.resolve("twin"), "moessingen", source.town.key);
    Path twin = other.seal(3, source.files(4));
    way = passing -> from(twin, passing);
    mirror.look();
    assertThat(mirror.word().problem()).contains("expected edition 3 with the list");
    try (var kept = Files.list(copies().evidence())) {
      assertThat(kept.toList()).singleElement().asString().contains("/3-");
    }
  }

  @Test
  void aForkedLogIsRefusedWithTheEditionThatBringsIt() {
    publish(3);
    mirror.look();
    String checkpoint = log.checkpoint().file();
    log.fork(1);
    source.town.seal(4, source.files(4));
    log.adopt(4);
    Path forked = source.town.store.edition(4);
    way = passing -> from(source.town.store.log(), from(forked, passing));
    mirror.look();
    assertThat(mirror.word().problem()).contains("a forked one");
    assertThat(copies().numbers()).containsExactly(3);
    assertThat(copies().log().resolve("checkpoint")).hasContent(checkpoint);
  }

  @Test
  void aWithdrawalIsObeyedAndAForgedOneIsNot() {
    mirror.look();
    publish(3);
    mirror.look();
    String note = "/editions/2/withdrawal.note";
    way =
        passing ->
            passing.path().startsWith(note)
                ? new Passing(passing.path(), 200, EditionFixture.bytes("weg"))
                : passing;
    mirror.look();
    assertThat(mirror.word().problem()).contains("withdrawal.note");
    assertThat(copies().isWithdrawn(2)).isFalse();
    publish(4);
    mirror.look();
    assertThat(mirror.word().problem()).contains("withdrawal.note");
    assertThat(copies().numbers()).contains(4);

    way = passing -> passing;
    source.town.withdraw(2);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> source.get("/editions/2/").startsWith("HTTP/1.1 410"));
    assertThat(source.get(note)).contains("text/plain").contains("notbetrieb withdrawal");
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    assertThat(copies().files(2))
        .containsExactlyInAnyOrder("withdrawal.note", "withdrawal.note.minisig");
    assertThat(copies().withdrawal(2, source.town.key.publicKey()).number()).isEqualTo(2);
  }

  @Test
  void aNewKeyIsFollowedWhenTheTrustedOneSignedIt() {
    mirror.look();
    Minisign.KeyPair next = Minisign.KeyPair.generate(new SecureRandom());
    KeyChange change =
        new KeyChange(
            LogFixture.ORIGIN,
            source.town.key.publicKey(),
            next.publicKey(),
            3,
            EditionFixture.AS_OF,
            "Ein Rechner ist weg.");
    Path note = source.town.store.keyFile().resolveSibling(KeyChange.fileName(1));
    EditionFixture.write(note, EditionFixture.bytes(change.signed(source.town.key, next).file()));
    EditionFixture town = new EditionFixture(source.towns, "moessingen", next);
    log.signedBy(town).seal(3, source.files(3));
    awaitAtSource("\"edition\":3,");
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    assertThat(copies().keys().of(2)).isEqualTo(source.town.key.publicKey());
    assertThat(copies().read(3, next.publicKey()).number()).isEqualTo(3);
  }

  @Test
  void aCopyThatAPowerCutBrokeIsFetchedAgain() throws IOException {
    publish(3);
    mirror.look();
    mirror.close();
    Files.writeString(copies().edition(3).resolve("nummer.txt"), "");
    mirror = mirror(Optional.empty());
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    assertThat(copies().edition(3).resolve("nummer.txt")).hasContent("Ausgabe 3");
  }

  @Test
  void anOldAnswerIsNoWordAndAClockThatIsWrongIsSaid() {
    mirror.look();
    Instant heard = now;
    now = heard.plus(Duration.ofMinutes(6));
    mirror.look();
    assertThat(mirror.word().problem()).contains("it is an old one, or this clock is ahead");
    assertThat(mirror.word().last()).contains(heard);
    assertThat(mirror.word().isSilent(now)).isFalse();
    assertThat(mirror.word().isSilent(heard.plus(Duration.ofMinutes(16)))).isTrue();

    now = heard.minus(Duration.ofMinutes(6));
    mirror.look();
    assertThat(mirror.word().problem()).contains("this clock is behind");
  }

  @Test
  void readersOfACopyThatIsCutOffAreToldSinceWhen() throws IOException {
    EdgeOptions options =
        EdgeOptions.parse(
            "--follow",
            address().toString(),
            "--mirror",
            data.resolve("mirror").toString(),
            "--host",
            "127.0.0.1",
            "--port",
            "0");
    Instant heard = now;
    try (Edge edge = Edge.start(options, () -> now)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> ask(edge, "/nummer.txt").endsWith("Ausgabe 2"));
      assertThat(ask(edge, "/")).doesNotContain("Diese Kopie");
      assertThat(ask(edge, "/kopie/"))
          .contains("Zuletzt von der Gemeinde gehört: ")
          .contains(address().toString());

      now = now.plus(Duration.ofMinutes(20));
      assertThat(ask(edge, "/"))
          .contains("überfällig")
          .contains("Diese Kopie hat seit ")
          .contains(year(heard))
          .contains("href=\"/kopie/\"");
      assertThat(ask(edge, "/en/")).contains("has heard nothing from the town since");
      assertThat(ask(edge, "/index.html")).endsWith("<html>Start</html>");
      assertThat(ask(edge, "/healthz"))
          .startsWith("HTTP/1.1 200")
          .contains("\"lastWord\":\"" + heard + "\"")
          .contains("\"silent\":true");
    }
    assertThat(source.get("/kopie/")).startsWith("HTTP/1.1 404");
    mirror.close();
    mirror = mirror(Optional.empty());
    assertThat(mirror.word().last()).contains(heard.truncatedTo(ChronoUnit.MINUTES));
  }

  @Test
  void onlyTheNewestAreKeptAndNothingGoesBeforeTheNewOneIsServed() throws IOException {
    served = Optional.of(2);
    mirror.look();
    for (int number = 3; number <= 6; number++) {
      publish(number);
      mirror.look();
    }
    source.town.withdraw(3);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> source.get("/editions/3/").startsWith("HTTP/1.1 410"));
    Files.createDirectories(copies().evidence().resolve("1-twin"));
    Path killed = data.resolve("mirror/leaving/1/dienste");
    Files.createDirectories(killed);
    mirror.look();
    assertThat(copies().numbers()).as("6 is not served yet").containsExactly(2, 3, 4, 5, 6);
    assertThat(killed).as("what a crash has left").doesNotExist();

    served = Optional.of(6);
    mirror.look();
    assertThat(copies().numbers()).containsExactly(3, 5, 6);
    assertThat(copies().isWithdrawn(3)).as("its note stays").isTrue();
    assertThat(copies().evidence().resolve("1-twin")).exists();
    assertThat(data.resolve("mirror/leaving")).doesNotExist();
    assertThat(mirror.word().problem()).isEmpty();
  }

  @Test
  void whatACopyHasNoMoreIsNotOfferedAndTheOriginalIsNamed() throws IOException {
    String list = "<!--notbetrieb:edition:4--><i><!--notbetrieb:edition:2--></i>";
    try (Edge edge = Edge.start(quick("--keep", "2"), () -> now)) {
      awaitAt(edge, "/editions/2/nummer.txt", "Ausgabe 2");
      publish(3);
      awaitAt(edge, "/nummer.txt", "Ausgabe 3");
      List<PublicFile> files = new ArrayList<>(source.files(4));
      files.add(
          new PublicFile(
              "editions/index.html", EditionFixture.bytes(list + "<!--notbetrieb:results-->")));
      log.seal(4, files);
      awaitAt(edge, "/editions/2/nummer.txt", "Ausgabe 2 liegt nicht in dieser Kopie");
    }
    assertThat(copies().numbers()).containsExactly(3, 4);

    try (Edge edge = Edge.start(quick("--keep", "2"), () -> now)) {
      awaitAt(edge, "/editions/4/nummer.txt", "Ausgabe 4");
      assertThat(ask(edge, "/editions/2/en/"))
          .startsWith("HTTP/1.1 404")
          .contains("Edition 2 is not in this copy", address() + "editions/2/en/");
      assertThat(ask(edge, "/editions/"))
          .contains("Ausgabe 4 lesen", "Ausgabe 3 lesen", "<i>nicht in dieser Kopie</i>")
          .contains("hebt nur die neuesten Ausgaben auf", address() + "editions/")
          .doesNotContain("Ausgabe 2 lesen");
      assertThat(ask(edge, "/seit/2/")).contains("Location: /editions/");
      assertThat(ask(edge, "/editions/5/")).contains("Diese Seite gibt es nicht");
      assertThat(ask(edge, "/healthz")).contains("\"problems\":[]", "\"edition\":4");
    }
    assertThat(Files.readString(data.resolve("mirror/edge.pins"))).contains(" 4 ");
  }

  @Test
  void aFullDiskIsSaidTheOldEditionStaysAndTheNextLookBringsTheNewOne() {
    mirror.look();
    publish(3);
    Path half = data.resolve("mirror/staging/moessingen/editions/3/nummer.txt");
    way = passing -> passing.path().equals("/nummer.txt") ? ontoAFullDisk(half, passing) : passing;
    mirror.look();
    assertThat(mirror.word().problem())
        .startsWith(
            "nummer.txt cannot be written here (No space left on device): is the disk full?");
    assertThat(copies().numbers()).containsExactly(2);
    assertThat(data.resolve("mirror/staging")).doesNotExist();

    way = passing -> passing;
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    assertThat(copies().numbers()).containsExactly(2, 3);
  }

  private static Passing ontoAFullDisk(Path file, Passing passing) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.createSymbolicLink(file, Path.of("/dev/full"));
      return passing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that asks again at once. */
  private EdgeOptions quick(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--follow", address().toString(), "--host", "127.0.0.1"));
    arguments.addAll(List.of("--mirror", data.resolve("mirror").toString(), "--port", "0"));
    EdgeOptions usual = EdgeOptions.parse(arguments.toArray(String[]::new));
    EdgeOptions.SourceOptions from = usual.source().orElseThrow();
    return new EdgeOptions(
        usual.follow(),
        Optional.of(
            new EdgeOptions.SourceOptions(
                from.address(),
                from.folder(),
                from.authority(),
                Duration.ofMillis(100),
                from.keep())),
        usual.key(),
        usual.host(),
        usual.port(),
        usual.pidFile(),
        usual.pins(),
        usual.witnesses(),
        usual.clockOffset());
  }

  private static void awaitAt(Edge edge, String path, String words) {
    await().atMost(Duration.ofSeconds(60)).until(() -> ask(edge, path).contains(words));
  }

  @Test
  void aCopyKeepsAtLeastTwoEditions() {
    assertThatThrownBy(() -> quick("--keep", "1")).hasMessageContaining("--keep is at least 2");
    assertThatThrownBy(() -> EdgeOptions.parse("--follow", "towns", "--keep", "5"))
        .hasMessageContaining("belong to --follow URL");
  }

  @Test
  void onlyHttpsIsFollowedBeyondTheMachineItself() {
    assertThat(Source.address("https://stadt.example").toString())
        .isEqualTo("https://stadt.example/");
    for (String not :
        new String[] {"http://stadt.example/", "https:///x", "https://a:b@stadt.example/"}) {
      assertThatThrownBy(() -> EdgeOptions.parse("--follow", not))
          .hasMessage("only https://HOST/ can be followed, not " + not);
    }
  }

  private Mirror mirror(Optional<Minisign.PublicKey> key) throws IOException {
    return new Mirror(
        Source.at(address(), Optional.empty()),
        data.resolve("mirror"),
        key,
        () -> now,
        Mirror.PACE,
        new Keeping(2, _ -> served));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + line.getAddress().getPort() + "/");
  }

  private EditionStore copies() {
    return new EditionStore(Mirror.towns(data.resolve("mirror")), source.town.town);
  }

  private void publish(int number) {
    log.seal(number, source.files(number));
    awaitAtSource("\"edition\":" + number + ",");
    awaitAtSource("\"size\":" + number);
  }

  private void awaitAtSource(String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(source.get("/healthz")).contains(words));
  }

  /** Answers from a folder instead, where it has the file. */
  private static Passing from(Path folder, Passing passing) {
    Path file = folder.resolve(passing.path().substring(1));
    try {
      return Files.isRegularFile(file)
          ? new Passing(passing.path(), 200, Files.readAllBytes(file))
          : passing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + source.edge.port()).resolve(path));
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"))
          .ifPresent(mark -> request.header("If-None-Match", mark));
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      Passing passing = way.apply(new Passing(path, answer.statusCode(), answer.body()));
      answer
          .headers()
          .firstValue("ETag")
          .ifPresent(mark -> exchange.getResponseHeaders().set("ETag", mark));
      exchange.sendResponseHeaders(
          passing.status(), passing.body().length == 0 ? -1 : passing.body().length);
      exchange.getResponseBody().write(passing.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static String year(Instant time) {
    return " " + time.atZone(ZoneId.of("Europe/Berlin")).getYear();
  }

  private static String ask(Edge edge, String path) throws IOException {
    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: kopie.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(EditionFixture.bytes(request));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
