package de.notbetrieb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the packages of the Go checksum database (Debian's golang-golang-x-mod-dev) say of a log. */
public record GoCheck(int exit, String output) {
  private static final Path PROGRAM = Path.of("src/test/go/tlog.go");

  /** Compiled once; without network and modules. */
  private static final Path BINARY = built();

  public static GoCheck of(Path town, Path... old) {
    List<String> command = new ArrayList<>(List.of(BINARY.toString(), town.toString()));
    for (Path path : old) {
      command.add(path.toString());
    }
    return run(new ProcessBuilder(command));
  }

  private static Path built() {
    Path target = Path.of("target", "tlog-" + ProcessHandle.current().pid()).toAbsolutePath();
    target.toFile().deleteOnExit();
    ProcessBuilder build =
        new ProcessBuilder("go", "build", "-o", target.toString(), PROGRAM.toString());
    build.environment().put("GO111MODULE", "off");
    build.environment().put("GOPATH", "/usr/share/gocode");
    build.environment().put("GOFLAGS", "");
    build.environment().put("GOCACHE", target.resolveSibling("go-cache").toString());
    GoCheck said = run(build);
    if (said.exit() != 0) {
      throw new IllegalStateException(said.output());
    }
    return target;
  }

  private static GoCheck run(ProcessBuilder command) {
    try {
      Files.createDirectories(Path.of("target"));
      Process process = command.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new GoCheck(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
