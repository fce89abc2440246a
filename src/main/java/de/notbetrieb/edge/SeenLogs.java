package de.notbetrieb.edge;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The longest edition log that this edge saw of each town, from one start to the next: what comes
 * later must continue it. A line for each: {@code <slug> <origin> <size> <root> <witnessed>}.
 */
final class SeenLogs {
  private final WholeFile file;
  private final Map<Slug, Seen> seen = new LinkedHashMap<>();
  private boolean isReadable = true;

  /**
   * What is remembered of one town.
   *
   * @param witnessed up to which edition enough witnesses have seen it
   */
  record Seen(Checkpoint head, long witnessed) {}

  SeenLogs(Path file) {
    this.file = new WholeFile(file);
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      isReadable = false;
    }
  }

  /** Beside the pins. */
  static SeenLogs beside(Path pins) {
    return new SeenLogs(pins.resolveSibling(pins.getFileName() + ".logs"));
  }

  private void read(String line) {
    String[] parts = line.split(" ", -1);
    Checkpoint head = new Checkpoint(parts[1], Long.parseLong(parts[2]), new Sha256(parts[3]));
    seen.put(Slug.of(parts[0]), new Seen(head, Long.parseLong(parts[4])));
  }

  Optional<Seen> of(Slug town) {
    return Optional.ofNullable(seen.get(town));
  }

  void keep(Slug town, Seen now) {
    if (!now.equals(seen.put(town, now))) {
      file.write(
          seen.entrySet().stream()
              .map(entry -> line(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining()));
      isReadable = true;
    }
  }

  /** After a disk that was full, or not there. */
  void writeAgain() {
    file.writeAgain();
  }

  private static String line(Slug town, Seen one) {
    Checkpoint head = one.head();
    return "%s %s %s %s %s\n"
        .formatted(town, head.origin(), head.size(), head.root(), one.witnessed());
  }

  Optional<String> problem() {
    if (!file.isWritten()) {
      return Optional.of("the file of seen logs cannot be written");
    }
    return isReadable ? Optional.empty() : Optional.of("the file of seen logs cannot be read");
  }
}
