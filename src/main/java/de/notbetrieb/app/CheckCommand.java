package de.notbetrieb.app;

import de.notbetrieb.newsroom.ReadTownFile;
import java.io.PrintStream;
import java.nio.file.Path;

/** Says everything that is wrong in a town file. */
final class CheckCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    ReadTownFile file = ReadTownFile.of(Path.of(options.word(0, "die Datei")));
    Messages.german().print(file, out);
    if (file.errors() > 0) {
      out.println(file.errors() + " Fehler. Nichts wurde geändert.");
      return Main.WRONG;
    }
    file.town()
        .ifPresent(
            town ->
                out.println(
                    "In Ordnung: %s, %d Dienstleistungen, %d Systeme."
                        .formatted(
                            town.town().name(), town.services().size(), town.systems().size())));
    return Main.FINE;
  }

  @Override
  public String usage() {
    return "DATEI";
  }

  @Override
  public String purpose() {
    return "Prüft eine Stadtdatei und nennt alle Fehler mit Zeile und Spalte.";
  }
}
