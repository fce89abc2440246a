package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFixture;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror is killed with -9 at each of its first questions; what it then serves is whole. */
@Tag("long")
class KilledMirrorTest {
  private static final int KILLS = 24;

  @TempDir Path data;
  private EdgeWorld source;
  private LogFixture log;
  private HttpServer line;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Optional<Process> victim = Optional.empty();

  /** Questions until the victim is killed. */
  private final AtomicInteger left = new AtomicInteger();

  @BeforeEach
  void aSource() throws IOException {
    source = new EdgeWorld(data.resolve("source"));
    source.now.set(Instant.now());
    log = new LogFixture(source.town);
    log.adopt(1);
    line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    line.createContext("/", this::pass);
    line.start();
  }

  @AfterEach
  void stop() throws IOException {
    victim.ifPresent(Process::destroyForcibly);
    line.stop(0);
    source.close();
  }

  @Test
  void whatLiesThereIsWholeAfterEachKillAndTheNextStartGoesOn() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      publish(kill + 1);
      left.set(kill);
      victim = Optional.of(mirror());
      assertThat(victim.get().waitFor()).as("killed at question " + kill).isEqualTo(137);
      requireWhole();
    }
    left.set(Integer.MAX_VALUE);
    victim = Optional.of(mirror());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                EdgePid.read(data.resolve("pid")).isPresent()
                    && served().contains("\"edition\":" + (KILLS + 1)));
    requireWhole();
    assertThat(copies().numbers()).contains(KILLS + 1);
    assertThat(copies().log().resolve("checkpoint")).hasContent(log.checkpoint().file());
  }

  private void requireWhole() {
    for (int number : copies().numbers()) {
      Path copy = copies().edition(number);
      assertThat(EditionPackage.open(copy, source.town.key.publicKey()).sums().text())
          .isEqualTo(source.town.store.read(number, source.town.key.publicKey()).sums().text());
    }
  }

  private EditionStore copies() {
    return new EditionStore(Mirror.towns(data.resolve("mirror")), source.town.town);
  }

  private void publish(int number) {
    log.seal(number, source.files(number));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> source.get("/healthz").contains("\"edition\":" + number + ","));
  }

  private Process mirror() throws IOException {
    Files.deleteIfExists(data.resolve("pid"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(EdgeMain.JVM_OPTIONS);
    command.addAll(List.of("-cp", EdgeProcessTest.classPath(), EdgeMain.class.getName()));
    command.addAll(List.of("--follow", "http://127.0.0.1:" + line.getAddress().getPort() + "/"));
    command.addAll(List.of("--mirror", data.resolve("mirror").toString()));
    command.addAll(List.of("--pid-file", data.resolve("pid").toString()));
    command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("mirror.out").toFile())
        .start();
  }

  private String served() throws IOException, InterruptedException {
    int port = EdgePid.read(data.resolve("pid")).orElseThrow().port();
    byte[] body = get(URI.create("http://127.0.0.1:" + port + "/healthz")).body();
    return new String(body, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (left.decrementAndGet() == 0) {
        victim.ifPresent(Process::destroyForcibly);
        return;
      }
      HttpResponse<byte[]> answer =
          get(
              URI.create("http://127.0.0.1:" + source.edge.port())
                  .resolve(exchange.getRequestURI().getPath()));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
