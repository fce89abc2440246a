package de.notbetrieb.app;

import de.notbetrieb.edge.EdgeMain;
import de.notbetrieb.edge.EdgePid;
import de.notbetrieb.edge.EdgeVersion;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.staff.PublicPage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public listener as a process of its own: adopted when one of this version still runs, started
 * again when it dies, ended when the application ends in order.
 */
final class EdgeProcess implements AutoCloseable, PublicPage {
  /** What the edge needs of the class path, and nothing else. */
  private static final List<String> LIBRARIES =
      List.of("netty-", "jackson-", "bcprov", "jspecify", "java-json-canonicalization");

  private final Path data;
  private final int port;
  private final String host;
  private final long clockOffsetSeconds;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Whoever lives that long did not die of what it was started with. */
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);

  private static final String ENDS = "app.edge-ends";

  private volatile boolean closing;
  private volatile Optional<Refused> hindrance = Optional.empty();
  private int failures;
  private volatile Optional<ProcessHandle> process = Optional.empty();

  EdgeProcess(Path data, String host, int port, long clockOffsetSeconds) {
    this.data = data;
    this.host = host;
    this.port = port;
    this.clockOffsetSeconds = clockOffsetSeconds;
  }

  /**
   * @throws de.notbetrieb.platform.Refused when something else listens at the port
   */
  void start() {
    Optional<EdgePid> running =
        EdgePid.read(pidFile())
            .filter(edge -> ProcessHandle.of(edge.pid()).filter(EdgeProcess::isEdge).isPresent())
            .filter(edge -> edge.port() == port && edge.version().equals(EdgeVersion.current()));
    if (running.isPresent()) {
      watch(ProcessHandle.of(running.get().pid()).orElseThrow());
      return;
    }
    EdgePid.read(pidFile())
        .flatMap(old -> ProcessHandle.of(old.pid()))
        .filter(EdgeProcess::isEdge)
        .ifPresent(this::end);
    TakenPort.requireFree(TakenPort.Door.PUBLIC, host, port);
    launch();
  }

  @Override
  public Optional<Refused> hindrance() {
    boolean runs = process.filter(ProcessHandle::isAlive).isPresent();
    return runs ? Optional.empty() : hindrance;
  }

  /** Process numbers are given again: only an edge is adopted or ended. */
  private static boolean isEdge(ProcessHandle handle) {
    return handle.isAlive()
        && handle
            .info()
            .commandLine()
            .filter(c -> c.contains(EdgeMain.class.getName()))
            .isPresent();
  }

  private Path pidFile() {
    return data.resolve("edge.pid");
  }

  private void launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(EdgeMain.JVM_OPTIONS);
    aotCache().ifPresent(command::add);
    command.addAll(List.of("-cp", classPath(), EdgeMain.class.getName()));
    command.addAll(List.of("--follow", data.resolve("towns").toString()));
    command.addAll(List.of("--pid-file", pidFile().toString(), "--host", host));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--clock-offset", String.valueOf(clockOffsetSeconds)));
    try {
      Files.createDirectories(data.resolve("towns"));
      Files.createDirectories(data.resolve("logs"));
      watch(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(data.resolve("logs/edge.log").toFile()))
              .start()
              .toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch(ProcessHandle handle) {
    process = Optional.of(handle);
    long begin = System.nanoTime();
    handle.onExit().thenRun(() -> ended(System.nanoTime() - begin));
  }

  private synchronized void ended(long livedNanos) {
    if (closing) {
      return;
    }
    if (livedNanos > LONG_LIFE.toNanos()) {
      failures = 0;
    }
    if (failures > 0) {
      hinders(Refused.conflict(ENDS, data.resolve("logs/edge.log").toString()));
    } else {
      log().warn("the edge has ended and is started again");
    }
    later();
  }

  /** Twice as long after each failure. */
  private void later() {
    long wait = FIRST_WAIT.toMillis() << Math.min(failures++, 10);
    CompletableFuture.delayedExecutor(
            Math.min(wait, LONGEST_WAIT.toMillis()), TimeUnit.MILLISECONDS)
        .execute(this::again);
  }

  // A rim: whatever hinders it now, it is tried again.
  private synchronized void again() {
    if (closing) {
      return;
    }
    try {
      TakenPort.requireFree(TakenPort.Door.PUBLIC, host, port);
      launch();
      if (hindrance.filter(before -> !before.reason().key().equals(ENDS)).isPresent()) {
        // as loud as what it ends
        log().warn("the port of the public page is free again: it is started");
        hindrance = Optional.empty();
        failures = 0;
      }
    } catch (Refused e) {
      hinders(e);
      later();
    } catch (RuntimeException e) {
      log().warn("the edge could not be started", e);
      later();
    }
  }

  /** Said once, as long as it stays the same. */
  private void hinders(Refused now) {
    if (hindrance.filter(before -> before.reason().equals(now.reason())).isEmpty()) {
      log().warn("the public page does not run: {}", Messages.german().of(now));
    }
    hindrance = Optional.of(now);
  }

  /** What was learned at the installation, so that the edge answers sooner; or the learning run. */
  private static Optional<String> aotCache() {
    if (isBuild()) {
      return Optional.empty();
    }
    Path cache = program().resolveSibling("edge.aot");
    if (Boolean.getBoolean("notbetrieb.learn")) {
      return Optional.of("-XX:AOTCacheOutput=" + cache);
    }
    return Files.exists(cache) ? Optional.of("-XX:AOTCache=" + cache) : Optional.empty();
  }

  private static boolean isBuild() {
    return System.getProperty("java.class.path").contains(File.pathSeparator);
  }

  /** The program's own jar, when it runs from one. */
  private static Path program() {
    return Path.of(System.getProperty("java.class.path")).toAbsolutePath();
  }

  /** From the jars beside the program's own, or from the build's class path. */
  private static String classPath() {
    List<Path> all = new ArrayList<>();
    if (isBuild()) {
      String own = System.getProperty("java.class.path");
      Arrays.stream(own.split(File.pathSeparator)).map(Path::of).forEach(all::add);
    } else {
      // The program's own jar names every library in its manifest; this copy names none.
      all.add(program().resolveSibling("edge.jar"));
      try (var jars = Files.list(program().resolveSibling("lib"))) {
        jars.sorted().forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return String.join(
        File.pathSeparator,
        all.stream().filter(EdgeProcess::isNeeded).map(Path::toString).toList());
  }

  private static boolean isNeeded(Path path) {
    String name = path.getFileName().toString();
    return !path.toString().contains(File.separator + "lib" + File.separator)
            && !path.toString().contains(".m2")
        || LIBRARIES.stream().anyMatch(name::startsWith);
  }

  /** Only when there is something to say: the edge starts before the logging does. */
  private static Logger log() {
    return LoggerFactory.getLogger(EdgeProcess.class);
  }

  private void end(ProcessHandle handle) {
    handle.destroy();
    try {
      handle.onExit().get(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      handle.destroyForcibly();
      // it holds the port until it is gone
      handle.onExit().completeOnTimeout(handle, 10, TimeUnit.SECONDS).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      log().warn("could not wait for the edge", e);
    }
  }

  @Override
  public synchronized void close() {
    closing = true;
    process.ifPresent(this::end);
  }
}
