package de.notbetrieb.app;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Slug;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Releases a request and seals the edition. The password comes by standard input. */
final class ReleaseCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String request = options.word(0, "die Anfrage");
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      int number =
          installation
              .editions()
              .release(
                  town,
                  installation.person(options, town),
                  RequestId.random(),
                  request,
                  password(),
                  options.named("reason"));
      out.println("Ausgabe " + number);
      return Main.FINE;
    }
  }

  static String password() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      return Optional.ofNullable(in.readLine()).orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String usage() {
    return "ANFRAGE --as KONTO [--reason GRUND] [--town STADT] < PASSWORT";
  }

  @Override
  public String purpose() {
    return "Gibt eine Anfrage frei und versiegelt die Ausgabe.";
  }
}
