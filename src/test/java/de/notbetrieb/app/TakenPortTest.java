package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.publishing.RunningEdge;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
      try (var left = Files.walk(gone)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }

      refusesToServe(port);

      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Der Port " + port + " ist belegt", "öffentliche Seite", "kill " + edge.pid())
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
          .contains("Der Port " + silent.getLocalPort() + " ist belegt", "ein anderes Programm")
          .contains("--public-port");
    }
  }

  /** And leaves nothing behind. */
  private void refusesToServe(int port) {
    Path data = folder.resolve("new");
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> serve =
        List.of("serve", "--data", data.toString(), "--public-port", String.valueOf(port));
    assertThat(Main.run(serve, out, out)).isEqualTo(Main.WRONG);
    assertThat(data).doesNotExist();
  }
}
