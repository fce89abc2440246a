package de.notbetrieb.app;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
      boolean only = options.flag("dry-run");
      ImportPlan plan =
          only
              ? plan(installation, file, options.flag("prune"))
              : importInto(installation, file, options.flag("prune"));
      Messages.german().print(plan, only, out);
      return Main.FINE;
    }
  }

  /** What importing would do. */
  private static ImportPlan plan(Installation installation, ReadTownFile file, boolean prune) {
    Town town = file.town().orElseThrow();
    return ImportPlan.of(installation.journal().read(town.town().id()), town, prune);
  }

  /** The plan that was carried out. */
  private static ImportPlan importInto(
      Installation installation, ReadTownFile file, boolean prune) {
    Town town = file.town().orElseThrow();
    List<ImportPlan> carriedOut = new ArrayList<>();
    installation
        .journal()
        .write(
            town.town().id(),
            Actor.PROGRAM,
            RequestId.random(),
            change -> {
              ImportPlan plan = ImportPlan.of(change, town, prune);
              plan.apply(change);
              file.recordSituation(change);
              carriedOut.add(plan);
            });
    return carriedOut.getLast();
  }

  @Override
  public String usage() {
    return "DATEI [--dry-run] [--prune]";
  }

  @Override
  public String purpose() {
    return "Übernimmt eine Stadtdatei. Was Menschen seitdem geändert haben, bleibt und wird genannt.";
  }
}
