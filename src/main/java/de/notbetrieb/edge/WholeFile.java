package de.notbetrieb.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A small file that is written whole, and tried again when it could not be. */
final class WholeFile {
  private final Path file;
  private Optional<String> unwritten = Optional.empty();

  WholeFile(Path file) {
    this.file = file;
  }

  void write(String text) {
    try {
      Incoming.replace(file, text);
      unwritten = Optional.empty();
    } catch (IOException e) {
      unwritten = Optional.of(text);
    }
  }

  /** Nothing, when the last words are in the file. */
  void writeAgain() {
    unwritten.ifPresent(this::write);
  }

  boolean isWritten() {
    return unwritten.isEmpty();
  }
}
