package de.notbetrieb.app;

import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays a course of events into a new data directory: all of it or nothing. It is built beside and
 * takes its place at the end; whatever stops it leaves no half town.
 */
final class ReplayCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    Path path = Path.of(options.word(0, "die Datei"));
    if (options.named("database").isPresent()) {
      throw new Options.NotUnderstood(
          "replay legt ein neues Datenverzeichnis an und nimmt kein --database.");
    }
    ReplayFile file = ReplayFile.read(path);
    Messages.german().print(file.problems(), err);
    if (file.errors() > 0) {
      err.println(file.errors() + " Fehler. Nichts wurde geändert.");
      return Main.WRONG;
    }
    Path data = options.data().toAbsolutePath().normalize();
    if (!isFree(data)) {
      err.println("In " + options.data() + " liegen schon Daten. Nichts wurde geändert.");
      err.println("Nennen Sie ein neues Verzeichnis: --data DIR");
      return Main.WRONG;
    }
    Path work = data.resolveSibling(data.getFileName() + ".replay-" + Ids.random());
    try {
      play(file, work, out);
      Files.deleteIfExists(data);
      Files.move(work, data);
    } catch (StandRefused e) {
      err.println(e.getMessage() + " Nichts wurde geändert.");
      return Main.WRONG;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(work);
    }
    out.println("Fertig. Ansehen: ./notbetrieb serve --data " + options.data());
    return Main.FINE;
  }

  /** A Stand that the program refuses, as it would refuse people. */
  private static final class StandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StandRefused(ReplayFile.Stand stand, Refused refused) {
      super(
          "%s:%d: Stand %s: %s"
              .formatted(
                  stand.at().file(),
                  stand.at().line(),
                  stand.said().at(),
                  Messages.german().of(refused)),
          refused);
    }
  }

  private static void play(ReplayFile file, Path work, PrintStream out) throws IOException {
    List<ReplayFile.Stand> stands = file.stands();
    ZoneId zone = file.town().orElseThrow().town().orElseThrow().town().zone();
    SteppingClock clock = new SteppingClock(zone, stands.getFirst().said().at().minusMinutes(30));
    Files.createDirectories(work);
    try (Installation installation = Installation.playing(work, clock)) {
      Replay replay = Replay.begin(installation, clock, file.town().orElseThrow());
      for (ReplayFile.Stand stand : stands) {
        try {
          int number = replay.play(stand);
          out.println("Ausgabe %d: Stand %s".formatted(number, stand.said().at()));
        } catch (Refused e) {
          throw new StandRefused(stand, e);
        }
      }
    }
    // from here on the clock of this demonstration goes on by itself
    Instant last = stands.getLast().said().releasedAt().toInstant();
    long offset = Duration.between(Clock.systemUTC().instant(), last).toSeconds();
    new Installation.Fixed(Purpose.DEMONSTRATION, offset).write(work);
  }

  private static boolean isFree(Path data) {
    if (!Files.exists(data)) {
      return true;
    }
    try (Stream<Path> there = Files.list(data)) {
      return there.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String usage() {
    return "DATEI";
  }

  @Override
  public String purpose() {
    return "Spielt einen aufgeschriebenen Verlauf in ein neues Datenverzeichnis, eine Ausgabe je Stand.";
  }
}
