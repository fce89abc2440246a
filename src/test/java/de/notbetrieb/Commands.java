package de.notbetrieb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Other people's programs, asked for their opinion. */
public final class Commands {
  private Commands() {}

  /** What the program says about its input; it has to end well. */
  public static String run(byte[] input, String... command) {
    try {
      Path said = Files.createTempFile("said", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try (OutputStream out = process.getOutputStream()) {
        out.write(input);
      }
      int code = process.waitFor();
      String words = Files.readString(said, StandardCharsets.UTF_8);
      Files.delete(said);
      assertThat(code).as(String.join(" ", command) + ": " + words).isZero();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
