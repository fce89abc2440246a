package de.notbetrieb.edge;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The longest edition log that this edge saw of each town, from one start to the next: what comes
 * later must continue it. A line for each: {@code <slug> <origin> <size> <root> <witnessed>}.
 */
final class SeenLogs {
  private final Path file;
  private final Map<Slug, Seen> seen = new LinkedHashMap<>();
  private String problem = "";

  /**
   * What is remembered of one town.
   *
   * @param witnessed up to which edition enough witnesses have seen it
   */
  record Seen(Checkpoint head, long witnessed) {}

  SeenLogs(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      problem = "the file of seen logs cannot be read";
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
    if (now.equals(seen.put(town, now))) {
      return;
    }
    String text =
        seen.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      problem = "";
    } catch (IOException e) {
      problem = "the file of seen logs cannot be written";
    }
  }

  private static String line(Slug town, Seen one) {
    Checkpoint head = one.head();
    return "%s %s %s %s %s\n"
        .formatted(town, head.origin(), head.size(), head.root(), one.witnessed());
  }

  Optional<String> problem() {
    return Optional.of(problem).filter(words -> !words.isEmpty());
  }
}
