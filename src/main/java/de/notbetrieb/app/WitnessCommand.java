package de.notbetrieb.app;

import de.notbetrieb.access.Person;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Witness;
import de.notbetrieb.publishing.Witnessing;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Watching over a partner's edition log, and letting it watch over ours. File in, file out. */
final class WitnessCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String act = options.word(0, "know, list, ask, sign oder receive");
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      Witnessing witnessing = installation.witnessing();
      switch (act) {
        case "list" -> witnessing.all(town).forEach(one -> out.println(line(one)));
        case "ask" -> out.print(ask(witnessing, town, options));
        case "know", "sign", "receive" -> act(act, installation, town, options, out);
        default -> throw new Options.NotUnderstood("Das gibt es nicht: " + act);
      }
      return Main.FINE;
    }
  }

  private static String ask(Witnessing witnessing, Slug town, Options options) {
    Optional<String> from = options.named("from");
    if (from.filter(one -> !one.matches("[0-9]{1,7}")).isPresent()) {
      throw new Options.NotUnderstood("--from nennt die Nummer einer Ausgabe.");
    }
    return from.map(number -> witnessing.ask(town, Integer.parseInt(number)))
        .orElseGet(() -> witnessing.ask(town, partner(witnessing, town, options)));
  }

  private static void act(
      String act, Installation installation, Slug town, Options options, PrintStream out) {
    Witnessing witnessing = installation.witnessing();
    Person person = installation.person(options, town);
    String text = file(options);
    switch (act) {
      case "know" -> {
        Witness witness = witnessing.know(town, person, RequestId.random(), text);
        out.println("Gemerkt: " + line(witness));
        out.println("Vergleichen Sie die Kennung am Telefon mit der Stadt.");
      }
      case "sign" ->
          out.print(
              witnessing
                  .sign(
                      town,
                      person,
                      RequestId.random(),
                      text,
                      ReleaseCommand.password(),
                      Moment.now(installation.clock()).toOffset())
                  .line());
      default -> {
        int found = witnessing.receive(town, person, RequestId.random(), text);
        out.println("Unter das Ausgabenverzeichnis gesetzt: " + found);
      }
    }
  }

  private static String line(Witness witness) {
    return "%s  Kennung %s  gesehen bis Ausgabe %d"
        .formatted(witness.key().name(), Fingerprint.of(witness.key()), witness.head().size());
  }

  private static Optional<Witness> partner(Witnessing witnessing, Slug town, Options options) {
    return options
        .named("name")
        .flatMap(
            name ->
                witnessing.all(town).stream()
                    .filter(one -> one.key().name().equals(name))
                    .findFirst());
  }

  private static String file(Options options) {
    Path file = Path.of(options.word(1, "die Datei"));
    if (!Files.isRegularFile(file)) {
      throw new Options.NotUnderstood("Diese Datei gibt es nicht: " + file);
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String usage() {
    return "know note.pub --as KONTO | list | ask [--name VERZEICHNIS] [--from AUSGABE] > ANFRAGE"
        + " | sign ANFRAGE --as KONTO < PASSWORT > ANTWORT | receive ANTWORT --as KONTO";
  }

  @Override
  public String purpose() {
    return "Bezeugt das Ausgabenverzeichnis einer Partnerstadt und lässt das eigene bezeugen.";
  }
}
