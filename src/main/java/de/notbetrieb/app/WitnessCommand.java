package de.notbetrieb.app;

import de.notbetrieb.access.Person;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Partner;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Witness;
import de.notbetrieb.publishing.Witnessing;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Watching over a partner's edition log, and letting it watch over ours. File in, file out. */
final class WitnessCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String act = options.word(0, "know, replace, end, list, keys, ask, sign oder receive");
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      switch (act) {
        case "list" -> installation.partners().all(town).forEach(one -> out.println(line(one)));
        case "keys" -> out.print(installation.partners().keyFile(town));
        case "ask" -> out.print(ask(installation, town, options));
        case "know", "replace", "end" -> partner(act, installation, town, options, out);
        case "sign", "receive" -> sign(act, installation, town, options, out);
        default -> throw new Options.NotUnderstood("Das gibt es nicht: " + act);
      }
      return Main.FINE;
    }
  }

  private static String ask(Installation installation, Slug town, Options options) {
    Optional<String> from = options.named("from");
    if (from.filter(one -> !one.matches("[0-9]{1,7}")).isPresent()) {
      throw new Options.NotUnderstood("--from nennt die Nummer einer Ausgabe.");
    }
    Witnessing witnessing = installation.witnessing();
    Optional<Witness> partner =
        options.named("name").flatMap(name -> named(installation.partners(), town, name));
    partner.ifPresent(Witness::requirePresent);
    return from.map(number -> witnessing.ask(town, Integer.parseInt(number)))
        .orElseGet(() -> witnessing.ask(town, partner));
  }

  private static void partner(
      String act, Installation installation, Slug town, Options options, PrintStream out) {
    Partners partners = installation.partners();
    Person person = installation.person(options, town);
    RequestId form = RequestId.random();
    if (act.equals("end")) {
      String name = required(options, "name", "--name VERZEICHNIS");
      partners.end(town, person, form, order(partners, town, name, options));
      out.println("Die Partnerschaft ist beendet: " + name);
      return;
    }
    NoteKey key = partners.read(town, file(options));
    requireCompared(key, options);
    if (act.equals("know")) {
      partners.know(town, person, form, key.vkey());
      out.println("Gemerkt: " + line(key));
    } else {
      Partners.Order order = order(partners, town, key.name(), options);
      partners.changeKey(town, person, form, order, key.vkey());
      out.println("Ausgetauscht: " + line(key));
    }
  }

  /** Nothing holds before somebody has read the digits out. */
  private static void requireCompared(NoteKey key, Options options) {
    String ours = Fingerprint.of(key);
    String read =
        options
            .named("fingerprint")
            .orElseThrow(() -> Refused.conflict("app.key-not-compared", key.name(), ours));
    if (!digits(read).equals(digits(ours))) {
      throw Refused.conflict("app.key-compared-wrong", key.name(), ours);
    }
  }

  private static String digits(String fingerprint) {
    return fingerprint.replaceAll("\\s", "");
  }

  /** What is to be done with the partner of that name, as it is now. */
  private static Partners.Order order(Partners partners, Slug town, String name, Options options) {
    Witness witness =
        named(partners, town, name)
            .orElseThrow(() -> new Options.NotUnderstood("Diese Partnerstadt fehlt: " + name));
    String reason = required(options, "reason", "--reason");
    return new Partners.Order(witness.id(), witness.key().number(), reason, "reason");
  }

  private static String required(Options options, String name, String shown) {
    return options
        .named(name)
        .orElseThrow(() -> new Options.NotUnderstood("Es fehlt " + shown + "."));
  }

  /** The partner of now, else one that has left. */
  private static Optional<Witness> named(Partners partners, Slug town, String name) {
    List<Witness> all =
        partners.all(town).stream()
            .map(Partner::witness)
            .filter(one -> one.key().name().equals(name))
            .toList();
    List<Witness> present = all.stream().filter(Witness::isPresent).toList();
    if (present.size() > 1) {
      throw new Options.NotUnderstood(
          "Mehrere Einträge heißen " + name + ". Nehmen Sie die Seite „Partnerstädte als Zeugen“.");
    }
    return present.stream().findFirst().or(() -> all.stream().findFirst());
  }

  private static void sign(
      String act, Installation installation, Slug town, Options options, PrintStream out) {
    Witnessing witnessing = installation.witnessing();
    Person person = installation.person(options, town);
    String text = file(options);
    if (act.equals("receive")) {
      int found = witnessing.receive(town, person, RequestId.random(), text);
      out.println("Unter das Ausgabenverzeichnis gesetzt: " + found);
      return;
    }
    OffsetDateTime now = Moment.now(installation.clock()).toOffset();
    String password = ReleaseCommand.password();
    out.print(witnessing.sign(town, person, RequestId.random(), text, password, now).line());
  }

  private static String line(Partner partner) {
    Witness witness = partner.witness();
    String seen = line(witness.key()) + "  gesehen bis Ausgabe " + witness.head().size();
    if (witness.isPresent()) {
      return seen;
    }
    Witness.Turn end = witness.turns().getLast();
    return seen + "  ausgeschieden " + end.when() + ": " + end.reason().orElse("");
  }

  private static String line(NoteKey key) {
    return "%s  Kennung %s".formatted(key.name(), Fingerprint.of(key));
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
    return "know note.pub --fingerprint KENNUNG --as KONTO"
        + " | replace note.pub --fingerprint KENNUNG --reason WARUM --as KONTO"
        + " | end --name VERZEICHNIS --reason WARUM --as KONTO | list | keys > zeugen.txt"
        + " | ask [--name VERZEICHNIS] [--from AUSGABE] > ANFRAGE"
        + " | sign ANFRAGE --as KONTO < PASSWORT > ANTWORT | receive ANTWORT --as KONTO";
  }

  @Override
  public String purpose() {
    return "Bezeugt das Ausgabenverzeichnis einer Partnerstadt und lässt das eigene bezeugen.";
  }
}
