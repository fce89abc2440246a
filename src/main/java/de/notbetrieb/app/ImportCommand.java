package de.notbetrieb.app;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import java.io.PrintStream;
import java.nio.file.Path;

/** Brings a town file into the journal: all of it or nothing. */
final class ImportCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    ReadTownFile file = ReadTownFile.of(Path.of(options.word(0, "die Datei")));
    Messages.german().print(file, err);
    if (file.errors() > 0) {
      err.println(file.errors() + " Fehler. Nichts wurde geändert.");
      return Main.WRONG;
    }
    try (Installation installation = Installation.open(options)) {
      ImportPlan plan = importInto(installation, file, options.flag("prune"));
      Messages.german().print(plan, out);
      return Main.FINE;
    }
  }

  /** The plan that was carried out. */
  static ImportPlan importInto(Installation installation, ReadTownFile file, boolean prune) {
    Town town = file.town().orElseThrow();
    Slug slug = town.town().id();
    ImportPlan plan = ImportPlan.of(installation.journal().read(slug), town, prune);
    installation
        .journal()
        .write(
            slug,
            Actor.PROGRAM,
            RequestId.random(),
            change -> {
              ImportPlan.of(change, town, prune).apply(change);
              file.recordSituation(change);
            });
    return plan;
  }

  @Override
  public String usage() {
    return "DATEI [--prune]";
  }

  @Override
  public String purpose() {
    return "Übernimmt eine Stadtdatei. Was Menschen seitdem geändert haben, bleibt und wird genannt.";
  }
}
