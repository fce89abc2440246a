package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.publishing.PublishingWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partner towns by command: taken down, with another key, ended. */
class WitnessCommandTest {
  @TempDir Path data;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aPartnerIsTakenDownGoesOnWithAnotherKeyAndLeaves() throws IOException {
    PublishingWorld world = PublishingWorld.founded(data);
    world.publish();
    world.close();
    String first = file("first.pub");
    String second = file("second.pub");

    compared("Gemerkt: nehren.example", "know", first, "--as", "freigabe");
    String another = Fingerprint.of(NoteKey.parse(second, Files.readString(Path.of(second))));
    says(
        Main.WRONG,
        "ist schon Partnerstadt",
        "know",
        second,
        "--as",
        "freigabe",
        "--fingerprint",
        another);
    String[] replaced = {"replace", second, "--as", "freigabe", "--fingerprint", another};
    says(Main.USAGE, "Es fehlt --reason", replaced);
    compared("Ausgetauscht: nehren", "replace", second, "--reason", "Neu", "--as", "freigabe");
    assertThat(says(Main.FINE, "nehren.example+", "keys"))
        .isEqualTo(Files.readString(Path.of(second)));
    says(Main.FINE, "old 0", "ask", "--name", "nehren.example");
    String[] end = {
      "end", "--name", "nehren.example", "--reason", "Abgeschaltet", "--as", "freigabe"
    };
    says(Main.FINE, "beendet: nehren.example", end);
    says(Main.WRONG, "keine Partnerstadt mehr", end);
    says(Main.WRONG, "keine Partnerstadt mehr", "ask", "--name", "nehren.example", "--from", "0");
    says(Main.FINE, ": Abgeschaltet", "list");
    assertThat(says(Main.FINE, "", "keys")).isEmpty();
  }

  /** Refused as long as nobody has read the digits out, and with those of another key. */
  private void compared(String words, String act, String file, String... rest) throws IOException {
    List<String> all = new ArrayList<>(List.of(act, file));
    all.addAll(List.of(rest));
    String before = says(Main.FINE, "", "list");
    says(Main.WRONG, "Noch ist nichts aufgeschrieben", all.toArray(String[]::new));
    all.add("--fingerprint");
    all.add("00000 11111 22222 33333 44444 55555");
    says(Main.WRONG, "hat eine andere Kennung", all.toArray(String[]::new));
    assertThat(says(Main.FINE, "", "list")).isEqualTo(before);
    String shown = Fingerprint.of(NoteKey.parse(file, Files.readString(Path.of(file))));
    all.set(all.size() - 1, shown.replace(" ", ""));
    says(Main.FINE, words, all.toArray(String[]::new));
  }

  private String file(String name) throws IOException {
    Minisign.KeyPair pair = Minisign.KeyPair.generate(new SecureRandom());
    Path file = data.resolve(name);
    Files.writeString(file, NoteKey.of("nehren.example", pair.publicKey()).vkey() + "\n");
    return file.toString();
  }

  private String says(int exit, String words, String... act) {
    said.reset();
    List<String> all = new ArrayList<>(List.of("witness"));
    all.addAll(List.of(act));
    all.addAll(List.of("--data", data.toString()));
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Main.run(all, out, out)).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(words);
    return said.toString(StandardCharsets.UTF_8);
  }
}
