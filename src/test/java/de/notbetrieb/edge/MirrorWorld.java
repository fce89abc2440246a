package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFixture;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A town's edge, and a copy of it over a line that may break or lie. */
final class MirrorWorld implements AutoCloseable {
  final EdgeWorld source;
  final LogFixture log;

  /** What the line makes of an answer's body, by path. */
  volatile UnaryOperator<Passing> way = passing -> passing;

  volatile Instant now = Instant.EPOCH;

  /** The edition that the copy serves, as whoever tidies it is told. */
  Optional<Integer> served = Optional.empty();

  private final Path data;
  private final HttpServer line;
  private final HttpClient client = HttpClient.newHttpClient();
  private Mirror mirror;

  /** An answer on its way. */
  record Passing(String path, int status, byte[] body) {
    Passing with(String text) {
      return new Passing(path, status, EditionFixture.bytes(text));
    }

    Passing lost() {
      return new Passing(path, 502, new byte[0]);
    }
  }

  /** A source with the editions 1 and 2. */
  MirrorWorld(Path data) throws IOException {
    this.data = data;
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

  private Mirror mirror(Optional<Minisign.PublicKey> key) throws IOException {
    return new Mirror(
        Source.at(address(), Optional.empty()),
        folder(),
        key,
        () -> now,
        Mirror.PACE,
        new Keeping(2, _ -> served));
  }

  /** One look at the source. */
  void look() {
    mirror.look();
  }

  SourceWord word() {
    return mirror.word();
  }

  /** The copy's program ends and starts again, with what it remembers. */
  void restart() throws IOException {
    mirror.close();
    mirror = mirror(Optional.empty());
  }

  /** Where the copy lies. */
  Path folder() {
    return data.resolve("mirror");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + line.getAddress().getPort() + "/");
  }

  EditionStore copies() {
    return new EditionStore(Mirror.towns(folder()), source.town.town);
  }

  void publish(int number) {
    log.seal(number, source.files(number));
    awaitAtSource("\"edition\":" + number + ",");
    awaitAtSource("\"size\":" + number);
  }

  void awaitAtSource(String words) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(source.get("/healthz")).contains(words));
  }

  /** Answers from a folder instead, where it has the file. */
  static Passing from(Path folder, Passing passing) {
    Path file = folder.resolve(passing.path().substring(1));
    try {
      return Files.isRegularFile(file)
          ? new Passing(passing.path(), 200, Files.readAllBytes(file))
          : passing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that asks again at once. */
  EdgeOptions quick(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--follow", address().toString(), "--host", "127.0.0.1"));
    arguments.addAll(List.of("--mirror", folder().toString(), "--port", "0"));
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

  static void awaitAt(Edge edge, String path, String words) {
    await().atMost(Duration.ofSeconds(60)).until(() -> ask(edge, path).contains(words));
  }

  static String ask(Edge edge, String path) throws IOException {
    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: kopie.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(EditionFixture.bytes(request));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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

  @Override
  public void close() throws IOException {
    mirror.close();
    line.stop(0);
    source.close();
  }
}
