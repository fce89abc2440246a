package de.notbetrieb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests' own, one for each JVM, made of Debian's programs in a temporary
 * folder. It refuses to run as root; then it is started as the user postgres.
 */
public final class PostgresServer {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final int port;

  private static final class Holder {
    static final PostgresServer RUNNING = new PostgresServer();
  }

  private PostgresServer() {
    try {
      folder = Files.createTempDirectory("notbetrieb-postgres");
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      if (isRoot()) {
        run(List.of("chown", "postgres", folder.toString()));
      }
      run(
          unprivileged(
              "initdb",
              "-D",
              data(),
              "-U",
              "test",
              "--auth=trust",
              "--encoding=UTF8",
              "--locale=C",
              "--no-sync"));
      String options =
          "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
      run(
          unprivileged(
              "pg_ctl",
              "-D",
              data(),
              "-w",
              "-l",
              folder.resolve("log").toString(),
              "-o",
              options,
              "start"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** The address of an empty database. */
  public static String newDatabase() {
    PostgresServer server = Holder.RUNNING;
    String name = "t" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server.url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=test".formatted(port, database);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void stop() {
    try {
      run(unprivileged("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static List<String> unprivileged(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(newest().resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path newest() throws IOException {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .max(Comparator.comparing(path -> Integer.valueOf(path.getFileName().toString())))
          .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + VERSIONS));
    }
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("notbetrieb-postgres", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(
            command + ": " + Files.readString(output, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(output);
    }
  }
}
