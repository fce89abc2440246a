package de.notbetrieb.app;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.file.NewTown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Asks a few questions and writes a town file on top of the template, to be prepared further. */
final class NewCommand implements Command {
  private static final List<String> QUESTIONS =
      List.of(
          "Name der Stadt oder amtlicher Gemeindeschlüssel",
          "Land, zwei Buchstaben wie bw (leer, wenn die Stadt im Gemeindeverzeichnis steht)",
          "Straße und Hausnummer des Rathauses",
          "Postleitzahl und Ort (leer: wie im Verzeichnis)",
          "Hauptnummer mit Vorwahl",
          "Öffnungszeiten, zum Beispiel Mo-Fr 8-12 Uhr, Do 14-18 Uhr (leer: noch offen)",
          "E-Mail-Adresse (leer: keine)",
          "Web-Adresse, unter der die Seite stehen wird (leer: noch offen)");

  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    Path file = Path.of(options.word(0, "die Datei"));
    if (Files.exists(file)) {
      throw Refused.conflict("town.file-exists", file.toString());
    }
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      List<String> answers = new ArrayList<>();
      for (String question : QUESTIONS) {
        out.print(question + ": ");
        out.flush();
        String line = in.readLine();
        answers.add(line == null ? "" : line.strip());
      }
      Files.writeString(file, town(answers).yaml(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
    out.println("Geschrieben: " + file);
    out.println("Was fehlt, tragen Sie dort ein. Prüfen: ./notbetrieb check " + file);
    return Main.FINE;
  }

  private static NewTown town(List<String> a) {
    return new NewTown(
        a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), a.get(5), a.get(6), a.get(7));
  }

  @Override
  public String usage() {
    return "DATEI";
  }

  @Override
  public String purpose() {
    return "Fragt acht Dinge und schreibt eine Stadtdatei auf der Vorlage.";
  }
}
