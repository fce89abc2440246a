package de.notbetrieb.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The file by which the next start finds a running edge: process number, port and version, a line
 * each. It is written when the port is bound and deleted at a clean end.
 */
public record EdgePid(long pid, int port, String version) {

  /** What the file says; empty if there is none or it is not such a file. */
  public static Optional<EdgePid> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new EdgePid(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)), lines.get(2)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether a process of that number runs; ask {@code /healthz} whether it is the edge. */
  public boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, pid + "\n" + port + "\n" + version + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete(Path file) throws IOException {
    if (read(file).filter(this::equals).isPresent()) {
      Files.deleteIfExists(file);
    }
  }
}
