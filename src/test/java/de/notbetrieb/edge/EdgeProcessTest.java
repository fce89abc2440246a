package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeProcessTest {
  private static final List<String> JARS =
      List.of("netty-", "bcprov-", "jackson-core-3", "jackson-databind-3", "jackson-annotations-");

  @TempDir Path data;

  @Test
  void theEdgeRunsWithItsOwnFewJarsAndLittleMemoryAndEndsCleanly() throws Exception {
    EditionFixture town = new EditionFixture(data.resolve("towns"), "moessingen");
    town.seal(1, Map.of("index.html", "<html>Start</html>"));
    Path pidFile = data.resolve("edge.pid");
    Process process = start(pidFile);
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> EdgePid.read(pidFile).isPresent());
      EdgePid pid = EdgePid.read(pidFile).orElseThrow();
      assertThat(pid.pid()).isEqualTo(process.pid());
      assertThat(pid.version()).isEqualTo(EdgeVersion.current());
      assertThat(get(pid.port(), "/")).isEqualTo("<html>Start</html>");
      assertThat(get(pid.port(), "/suche/?q=x")).contains("nichts gefunden");
      assertThat(get(pid.port(), "/healthz")).contains("\"version\":\"" + pid.version() + "\"");
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(pidFile).doesNotExist();
  }

  private Process start(Path pidFile) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(EdgeMain.JVM_OPTIONS);
    command.addAll(List.of("-cp", classPath(), EdgeMain.class.getName()));
    command.addAll(List.of("--follow", data.resolve("towns").toString(), "--port", "0"));
    command.addAll(List.of("--host", "127.0.0.1", "--pid-file", pidFile.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("log").toFile())
        .start();
  }

  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(EdgeProcessTest::isTheEdges)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isTheEdges(String entry) {
    Path path = Path.of(entry);
    String name = String.valueOf(path.getFileName());
    return (Files.isDirectory(path) && name.equals("classes"))
        || JARS.stream().anyMatch(name::startsWith);
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
