package de.notbetrieb.app;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the live edition as a folder, for a web space, a stick or another machine. */
final class ExportCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    Path target = Path.of(options.word(0, "der Ordner"));
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      EditionStore store = new EditionStore(installation.towns(), town);
      EditionPackage edition =
          store
              .highest(store.key())
              .orElseThrow(() -> Refused.notFound("publishing.no-edition", "-"));
      for (Sha256Sums.Line line : edition.sums().lines()) {
        write(target.resolve(line.path()), edition.bytes(line.path()));
      }
      write(target.resolve(Sha256Sums.FILE_NAME), edition.proof(Sha256Sums.FILE_NAME));
      write(target.resolve(EditionPackage.SIGNATURE), edition.proof(EditionPackage.SIGNATURE));
      out.println("Ausgabe " + edition.number() + " liegt in " + target);
      return Main.FINE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  @Override
  public String usage() {
    return "ORDNER [--town STADT]";
  }

  @Override
  public String purpose() {
    return "Legt die geltende Ausgabe als Ordner ab.";
  }
}
