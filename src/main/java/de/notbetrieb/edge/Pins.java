package de.notbetrieb.edge;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
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
 * What the edge remembers of each town from one start to the next: its key, its host, and the
 * highest edition it served. A line for each: {@code <slug> <key> <host> <number> <sha256sums>}.
 */
final class Pins {
  private final WholeFile file;
  private final Map<Slug, Pin> pins = new LinkedHashMap<>();
  private boolean isReadable = true;

  /** What is remembered of one town. */
  record Pin(Minisign.PublicKey key, String host, int number, String sums) {}

  Pins(Path file) {
    this.file = new WholeFile(file);
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
      }
    } catch (IOException | Damage | IllegalArgumentException | IndexOutOfBoundsException e) {
      isReadable = false;
    }
  }

  private void read(String line) {
    String[] parts = line.split(" ", -1);
    pins.put(
        Slug.of(parts[0]),
        new Pin(new Minisign.PublicKey(parts[1]), parts[2], Integer.parseInt(parts[3]), parts[4]));
  }

  Optional<Pin> of(Slug town) {
    return Optional.ofNullable(pins.get(town));
  }

  /** Whether another town had this host first. */
  boolean isTaken(String host, Slug town) {
    return pins.entrySet().stream()
        .anyMatch(pin -> pin.getValue().host().equals(host) && !pin.getKey().equals(town));
  }

  void keep(Slug town, Pin pin) {
    if (!pin.equals(pins.put(town, pin))) {
      file.write(
          pins.entrySet().stream()
              .map(entry -> line(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining()));
      isReadable = true;
    }
  }

  /** After a disk that was full, or not there. */
  void writeAgain() {
    file.writeAgain();
  }

  private static String line(Slug town, Pin pin) {
    return "%s %s %s %s %s\n"
        .formatted(town, pin.key().base64(), pin.host(), pin.number(), pin.sums());
  }

  Optional<String> problem() {
    if (!file.isWritten()) {
      return Optional.of("the file of pinned keys cannot be written");
    }
    return isReadable ? Optional.empty() : Optional.of("the file of pinned keys cannot be read");
  }
}
