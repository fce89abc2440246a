package de.notbetrieb.app;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Erasure;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.io.PrintStream;

/** Takes away what an entry of the journal says, or its whole record, for a legal ground. */
final class EraseCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    long entry = number(options.word(0, "der Eintrag"));
    String ground =
        options.named("reason").orElseThrow(() -> new Options.NotUnderstood("Es fehlt --reason."));
    Erasure.Scope scope = options.flag("record") ? Erasure.Scope.RECORD : Erasure.Scope.ENTRY;
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      String account = installation.person(options, town).signIn();
      Person person =
          installation
              .people()
              .signIn(town, account, ReleaseCommand.password())
              .orElseThrow(() -> Refused.notAllowed("access.wrong-password"));
      long act =
          installation
              .journal()
              .erase(
                  town,
                  person.allowedTo(Right.ADMINISTER),
                  RequestId.random(),
                  entry,
                  scope,
                  ground)
              .head();
      out.println("Gelöscht. Festgehalten als Eintrag " + act + ".");
      return Main.FINE;
    }
  }

  private static long number(String word) {
    if (!word.matches("[1-9][0-9]{0,14}")) {
      throw new Options.NotUnderstood("Keine Nummer eines Eintrags: " + word);
    }
    return Long.parseLong(word);
  }

  @Override
  public String usage() {
    return "EINTRAG [--record] --reason RECHTSGRUND --as KONTO [--town STADT] < PASSWORT";
  }

  @Override
  public String purpose() {
    return "Löscht, was ein Eintrag sagt (mit --record alle Stände seines Datensatzes).";
  }
}
