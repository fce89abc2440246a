package de.notbetrieb.app;

import de.notbetrieb.journal.Verification;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.StoreVerification;
import java.io.PrintStream;

/** Checks the journal and every edition of every town. */
final class VerifyCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    boolean clean = true;
    try (Installation installation = Installation.open(options)) {
      for (Slug town : installation.journal().towns()) {
        clean &= journal(installation, town, out, err);
        clean &= editions(installation, town, out, err);
      }
    }
    return clean ? Main.FINE : Main.WRONG;
  }

  private static boolean journal(
      Installation installation, Slug town, PrintStream out, PrintStream err) {
    Verification found = installation.verification(town);
    out.println(
        "%s: %d Einträge, %d Datensätze, %d gelöscht, %d beschädigt"
            .formatted(
                town, found.entries(), found.records(), found.erased(), found.damage().size()));
    found
        .damage()
        .forEach(
            one ->
                err.println(
                    "Eintrag %d, %s: erwartet %s, gefunden %s"
                        .formatted(one.entry(), one.what(), one.expected(), one.found())));
    return found.isClean();
  }

  private static boolean editions(
      Installation installation, Slug town, PrintStream out, PrintStream err) {
    StoreVerification found =
        StoreVerification.of(installation.journal().read(town), installation.towns(), town);
    out.println(
        "%s: %d Ausgaben, %d zurückgezogen, %s"
            .formatted(
                town,
                found.editions(),
                found.withdrawn(),
                found.isClean()
                    ? "alle echt und lückenlos"
                    : found.damage().size() + " beschädigt"));
    found.damage().forEach(one -> err.println(one.getMessage()));
    return found.isClean();
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public String purpose() {
    return "Prüft Journal und Ausgaben von Grund auf.";
  }
}
