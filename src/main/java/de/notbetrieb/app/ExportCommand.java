package de.notbetrieb.app;

import de.notbetrieb.channel.export.StaticExport;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the live edition as a folder or a ZIP, for a web space, a stick or another machine. */
final class ExportCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    Path target = Path.of(options.word(0, "der Ordner"));
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      EditionStore store = new EditionStore(installation.towns(), town);
      EditionPackage edition =
          store
              .highest(store.keys())
              .orElseThrow(() -> Refused.notFound("publishing.no-edition", "-"));
      StaticExport export =
          options.flag("stick")
              ? StaticExport.stick(edition)
              : StaticExport.signed(edition, store.key());
      write(export, target);
      out.println("Ausgabe " + edition.number() + " liegt in " + target);
      return Main.FINE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(StaticExport export, Path target) throws IOException {
    if (!target.toString().endsWith(".zip")) {
      export.toFolder(target);
      return;
    }
    try (OutputStream zip = Files.newOutputStream(target)) {
      export.toZip(zip);
    }
  }

  @Override
  public String usage() {
    return "ORDNER|DATEI.zip [--stick] [--town STADT]";
  }

  @Override
  public String purpose() {
    return "Legt die geltende Ausgabe als Ordner oder ZIP ab.";
  }
}
