package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import de.notbetrieb.edge.EdgePid;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.publishing.RunningEdge;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody answers at the public port already: serve says who, and what to do. */
class TakenPortTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void anEdgeWhoseDataDirectoryIsGoneIsNamedWithItsProcess() throws IOException {
    Path gone = folder.resolve("gone");
    Files.createDirectories(gone.resolve("towns"));
    int port = RunningProgram.freePort();
    Process edge =
        new ProcessBuilder(RunningEdge.command(gone, port))
            .redirectError(folder.resolve("edge.log").toFile())
            .start();
    try (BufferedReader out = edge.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).contains("answers at");
      awaitHealth(port);
      try (var left = Files.walk(gone)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }

      refusesToServe(port);

      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Der Port " + port + " für die öffentliche Seite ist belegt")
          .contains("zu einem anderen Datenverzeichnis", "kill " + edge.pid())
          .contains("--public-port");
    } finally {
      edge.destroyForcibly().onExit().join();
    }
  }

  @Test
  void aProgramThatSaysNothingIsAnotherOne() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      refusesToServe(silent.getLocalPort());

      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Der Port " + silent.getLocalPort() + " für die öffentliche Seite ist belegt")
          .contains("ein anderes Programm", "--public-port");
    }
  }

  @Test
  void theStaffsPortIsToldApartFromThePublicOne() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      refusesToServe(RunningProgram.freePort(), silent.getLocalPort());

      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Der Port " + silent.getLocalPort() + " für die Verwaltung ist belegt")
          .contains("--staff-port")
          .doesNotContain("--public-port", "Exception");
    }
  }

  @Test
  void bothCannotHaveTheSame() throws IOException {
    int port = RunningProgram.freePort();
    refusesToServe(port, port);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nicht beide den Port " + port);
  }

  @Test
  void aPortThatIsTakenWhileItServesIsSaidAndHadAgainWhenItIsFree() throws Exception {
    int port = RunningProgram.freePort();
    Path data = folder.resolve("serving");
    Path log = data.resolve("logs/edge.log");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer other = HttpServer.create(); // quicker at the port than the next edge
    try (EdgeProcess edge = new EdgeProcess(data, "127.0.0.1", port, 0)) {
      edge.start();
      EdgePid first = awaitEdge(data);
      assertThat(edge.hindrance()).isEmpty();
      ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
      ProcessHandle.of(first.pid()).ifPresent(gone -> gone.onExit().join());

      other.bind(address, 0);
      other.start();
      String before;
      try {
        Refused.Conflict taken =
            new Refused.Conflict("app.port-taken", List.of(String.valueOf(port)));
        await()
            .atMost(PATIENCE)
            .until(() -> edge.hindrance().map(Refused::reason), Optional.of(taken)::equals);
        before = Files.readString(log);
      } finally {
        other.stop(0);
      }

      await().atMost(PATIENCE).until(() -> edge.hindrance().isEmpty());
      await().atMost(PATIENCE).until(() -> awaitEdge(data).pid() != first.pid());
      await().atMost(PATIENCE).until(() -> Files.size(log) > before.length());
      assertThat(Files.readString(log).substring(before.length()))
          .as("nobody tried in vain while it was taken")
          .containsOnlyOnce("answers at")
          .doesNotContain("cannot start");
    }
  }

  /** The first answer of a program takes longest. */
  private static void awaitHealth(int port) {
    HttpRequest healthz =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> client.send(healthz, BodyHandlers.ofString()).body().contains("\"pid\""));
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static EdgePid awaitEdge(Path data) {
    return await()
        .atMost(PATIENCE)
        .until(() -> EdgePid.read(data.resolve("edge.pid")), Optional::isPresent)
        .orElseThrow();
  }

  /** And leaves nothing behind. */
  private void refusesToServe(int port) throws IOException {
    refusesToServe(port, RunningProgram.freePort());
  }

  private void refusesToServe(int port, int staffPort) {
    Path data = folder.resolve("new");
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> serve = new ArrayList<>(List.of("serve", "--data", data.toString()));
    serve.addAll(List.of("--public-port", String.valueOf(port)));
    serve.addAll(List.of("--staff-port", String.valueOf(staffPort)));
    assertThat(Main.run(serve, out, out)).isEqualTo(Main.WRONG);
    assertThat(data).doesNotExist();
  }
}
