package de.notbetrieb.app;

import de.notbetrieb.access.RecoveryWords;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.KeyChanging;
import java.io.PrintStream;

/** Another key for the town; the old one signs the change. The password comes by standard input. */
final class RekeyCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String reason =
        options.named("reason").orElseThrow(() -> new Options.NotUnderstood("Es fehlt --reason."));
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      KeyChanging keys = installation.editions().keyChanging();
      RecoveryWords words =
          keys.change(
              town,
              installation.person(options, town),
              RequestId.random(),
              new KeyChanging.Order(keys.changes(town).size(), reason),
              ReleaseCommand.password(),
              Moment.now(installation.clock()).toOffset());
      installation
          .people()
          .publicKey(town)
          .ifPresent(key -> out.println("Der neue Schlüssel: " + Fingerprint.of(key)));
      out.println("Die neun neuen Wörter, die alten gelten nicht mehr:");
      out.println("  " + String.join(" ", words.words()));
      out.println("Schreiben Sie sie auf Papier, für den Tresor.");
      out.println(
          "Wer sonst noch freigeben darf, bekommt den Schlüssel neu: Rolle nehmen, neu geben.");
      out.println("Geben Sie jetzt eine neue Ausgabe frei: Sie nennt den neuen Schlüssel.");
      return Main.FINE;
    }
  }

  @Override
  public String usage() {
    return "--reason GRUND --as KONTO [--town STADT] < PASSWORT";
  }

  @Override
  public String purpose() {
    return "Wechselt den Schlüssel der Stadt; der alte unterschreibt den Wechsel.";
  }
}
