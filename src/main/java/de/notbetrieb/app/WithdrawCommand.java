package de.notbetrieb.app;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Withdrawal;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Takes an edition back, together with its correction. The password comes by standard input. */
final class WithdrawCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String number = options.word(0, "die Nummer der Ausgabe");
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw new Options.NotUnderstood("Keine Nummer einer Ausgabe: " + number);
    }
    Withdrawal.Order order =
        new Withdrawal.Order(
            Integer.parseInt(number),
            options
                .named("reason")
                .orElseThrow(() -> new Options.NotUnderstood("Es fehlt --reason.")),
            options.named("words"),
            options.named("correction"));
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      Withdrawal.Done done =
          installation
              .editions()
              .withdraw(
                  town,
                  installation.person(options, town),
                  RequestId.random(),
                  order,
                  ReleaseCommand.password(),
                  Moment.now(installation.clock()).toOffset());
      String numbers =
          done.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
      out.println("Zurückgezogen: Ausgabe " + numbers);
      done.correction().ifPresent(next -> out.println("Berichtigt durch Ausgabe " + next));
      return Main.FINE;
    }
  }

  @Override
  public String usage() {
    return "NUMMER --reason GRUND --as KONTO [--words ANGABE] [--correction ANFRAGE] [--town STADT]"
        + " < PASSWORT";
  }

  @Override
  public String purpose() {
    return "Zieht eine Ausgabe zurück (mit --words jede, in der die Angabe steht) und gibt die"
        + " Berichtigung frei.";
  }
}
