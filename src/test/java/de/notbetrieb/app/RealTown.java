package de.notbetrieb.app;

import de.notbetrieb.edition.Purpose;
import de.notbetrieb.newsroom.ReadTownFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A town file published as the real town that it tells of, without the banner of a demonstration,
 * and served as serve does it; see {@code bench/lighthouse}.
 */
final class RealTown {
  private RealTown() {}

  /** Town file, data directory, port; ends with its standard input. */
  public static void main(String[] arguments) throws IOException {
    ReadTownFile file = ReadTownFile.of(Path.of(arguments[0]));
    Options options = Options.parse(List.of("--data", arguments[1]));
    Installation.Fixed fixed =
        new Installation.Fixed(
            Purpose.REAL, Demonstration.fixed(file, Clock.systemUTC()).clockOffsetSeconds());
    try (Installation installation = Installation.open(options, fixed)) {
      Demonstration.begin(installation, file);
    }
    try (EdgeProcess edge =
        new EdgeProcess(
            options.data(),
            "127.0.0.1",
            Integer.parseInt(arguments[2]),
            fixed.clockOffsetSeconds())) {
      edge.start();
      while (System.in.read() >= 0) {
        // until nobody holds the other end
      }
    }
  }
}
