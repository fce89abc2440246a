package de.notbetrieb.app;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.journal.Verification;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Slug;
import java.io.PrintStream;
import java.util.Optional;

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
    EditionStore store = new EditionStore(installation.towns(), town);
    int expected = 1;
    Optional<String> previous = Optional.empty();
    for (int number : store.numbers()) {
      try {
        if (number != expected++) {
          throw new Damage(store.edition(number).toString(), "no gap", "edition " + number);
        }
        if (store.isWithdrawn(number)) {
          previous = Optional.of(store.withdrawal(number, store.key()).sha256Sums());
          continue;
        }
        EditionPackage edition = store.read(number, store.key());
        if (!edition.head().previous().equals(previous)) {
          throw new Damage(
              store.edition(number).toString(),
              "previous " + previous,
              "previous " + edition.head().previous());
        }
        previous = Optional.of(de.notbetrieb.platform.Sha256.of(edition.sums().text()).hex());
      } catch (Damage e) {
        err.println(e.getMessage());
        return false;
      }
    }
    out.println(town + ": " + (expected - 1) + " Ausgaben, alle echt und lückenlos");
    return true;
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
