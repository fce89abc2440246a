package de.notbetrieb.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole program as its user starts it: {@code serve} in a process of its own. */
final class RunningProgram implements AutoCloseable {
  private final Process process;
  final int publicPort;
  final int staffPort;

  private RunningProgram(Process process, int publicPort, int staffPort) {
    this.process = process;
    this.publicPort = publicPort;
    this.staffPort = staffPort;
  }

  /** Starts and waits until it says that it is ready. */
  static RunningProgram demonstration(Path townFile, Path data) throws IOException {
    return serve(List.of("--demonstration", townFile.toString()), data);
  }

  /** The same, of a town that nobody has prepared: it begins with the first page. */
  static RunningProgram empty(Path data) throws IOException {
    return serve(List.of(), data);
  }

  private static RunningProgram serve(List<String> options, Path data) throws IOException {
    int publicPort = freePort();
    int staffPort = freePort();
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    arguments.addAll(options);
    arguments.addAll(
        List.of(
            "--public-port", String.valueOf(publicPort),
            "--staff-port", String.valueOf(staffPort)));
    Process process = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.startsWith("Strg-C")) {
        return new RunningProgram(process, publicPort, staffPort);
      }
    }
    throw new IllegalStateException("did not start: " + String.join("\n", said));
  }

  /** With the collector and the heap that {@code scripts/prepare} gives it. */
  static List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments);
    return command;
  }

  String publicUrl(String path) {
    return "http://localhost:" + publicPort + path;
  }

  String staffUrl(String path) {
    return "http://localhost:" + staffPort + path;
  }

  Process process() {
    return process;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
