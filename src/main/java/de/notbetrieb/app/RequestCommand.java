package de.notbetrieb.app;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Request;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Freezes the draft and asks for its release. */
final class RequestCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    Optional<OffsetDateTime> next = options.named("next").map(RequestCommand::instant);
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      Request request =
          installation
              .editions()
              .drafting()
              .request(
                  town,
                  installation.person(options, town),
                  RequestId.random(),
                  Moment.now(installation.clock()).toOffset(),
                  next);
      out.println(request.id());
      return Main.FINE;
    }
  }

  private static OffsetDateTime instant(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new Options.NotUnderstood(
          "Kein Zeitpunkt: " + text + ". Form: 2026-11-23T12:00:00+01:00");
    }
  }

  @Override
  public String usage() {
    return "--as KONTO [--next ZEITPUNKT] [--town STADT]";
  }

  @Override
  public String purpose() {
    return "Friert den Entwurf ein und bittet um Freigabe; nennt die Nummer der Anfrage.";
  }
}
