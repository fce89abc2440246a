package de.notbetrieb.app;

import java.io.PrintStream;
import java.time.Instant;

/** Makes the certificate with which colleagues reach the program over the network. */
final class CertificateCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    if (options.words().isEmpty()) {
      throw new Options.NotUnderstood("Unter welchen Namen oder Adressen?");
    }
    Tls made = Tls.make(Tls.folder(options), options.words(), Instant.now());
    out.println("Zertifikat:  " + made.certificate());
    out.println("Schlüssel:   " + made.key() + " (bleibt auf diesem Rechner)");
    out.println("Aussteller:  " + made.certificate().resolveSibling("ca.pem"));
    out.println(
        "Tragen Sie den Aussteller auf den Rechnern der Kolleginnen und Kollegen als vertrauenswürdig ein.");
    out.println(
        "Dann: ./notbetrieb serve --data %s --staff-host 0.0.0.0".formatted(options.data()));
    return Main.FINE;
  }

  @Override
  public String usage() {
    return "NAME|ADRESSE ...";
  }

  @Override
  public String purpose() {
    return "Macht ein Zertifikat, damit auch andere Rechner die Verwaltung erreichen.";
  }
}
