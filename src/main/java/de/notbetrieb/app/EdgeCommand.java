package de.notbetrieb.app;

import de.notbetrieb.edge.EdgeMain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The public listener alone, as on a second machine. */
final class EdgeCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String follow =
        options
            .named("follow")
            .orElseThrow(() -> new Options.NotUnderstood("Es fehlt --follow ORDNER oder ADRESSE."));
    List<String> arguments = new ArrayList<>(List.of("--follow", follow));
    options.named("key").ifPresent(key -> arguments.addAll(List.of("--key", key)));
    if (follow.startsWith("http")) {
      arguments.addAll(List.of("--mirror", options.data().resolve("mirror").toString()));
    }
    for (String name : List.of("source-ca", "keep", "witnesses", "witnessed")) {
      options.named(name).ifPresent(value -> arguments.addAll(List.of("--" + name, value)));
    }
    options.named("host").ifPresent(host -> arguments.addAll(List.of("--host", host)));
    arguments.addAll(List.of("--port", String.valueOf(options.port("public-port", 8080))));
    EdgeMain.main(arguments.toArray(String[]::new));
    return Main.FINE;
  }

  @Override
  public String usage() {
    return "--follow ORDNER/towns|https://ADRESSE/ [--key DATEI] [--source-ca DATEI] [--keep ZAHL] [--witnesses DATEI --witnessed ZAHL] [--public-port 8080] [--host ADRESSE]";
  }

  @Override
  public String purpose() {
    return "Zeigt der Öffentlichkeit die höchste geprüfte Ausgabe, aus einem Ordner oder als Kopie einer Adresse.";
  }
}
