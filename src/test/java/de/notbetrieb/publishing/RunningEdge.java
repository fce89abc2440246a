package de.notbetrieb.publishing;

import de.notbetrieb.edge.EdgeMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An edge in a process of its own, and one who waits there for the next number. */
public record RunningEdge(Process process, Socket live, BufferedReader events)
    implements AutoCloseable {
  static RunningEdge start(Path work) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(command(work, port))
            .redirectError(work.resolve("edge.log").toFile())
            .start();
    BufferedReader out = reader(process.getInputStream());
    for (String line = out.readLine(); !line.contains("answers at"); ) {
      line = out.readLine();
    }
    Socket live = new Socket("127.0.0.1", port);
    live.setSoTimeout(300_000);
    live.getOutputStream()
        .write("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    RunningEdge edge = new RunningEdge(process, live, reader(live.getInputStream()));
    edge.awaitLine("HTTP/1.1 200 OK");
    return edge;
  }

  /** How an edge is started that follows the towns of a data directory. */
  public static List<String> command(Path data, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(EdgeMain.JVM_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EdgeMain.class.getName(), "--host", "127.0.0.1"));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--follow", data.resolve("towns").toString()));
    return command;
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  void await(int number) throws IOException {
    awaitLine("id: " + number);
  }

  private void awaitLine(String line) throws IOException {
    for (String heard = events.readLine(); !line.equals(heard); heard = events.readLine()) {
      if (heard == null) {
        throw new IOException("the edge has gone away; it wrote " + process.info());
      }
    }
  }

  double cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
  }

  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    live.close();
    process.destroyForcibly().onExit().join();
  }
}
