package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Section;
import de.notbetrieb.town.SystemAsset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town file brought in by command, into a journal that people have worked with. */
class ImportOverEditsTest {
  private static final Slug TOWN = Slug.of("musterstadt");

  @TempDir Path directory;

  @BeforeEach
  void aTownThatSomebodyHasEdited() throws IOException {
    assertThat(importing(file("Netz", "Drucker")).code()).isEqualTo(Main.FINE);
    try (Installation installation = Installation.open(options(List.of()))) {
      installation
          .journal()
          .write(
              TOWN,
              new Actor("p-1"),
              RequestId.random(),
              change -> {
                SystemAsset net = change.find(Section.SYSTEMS.kind(), "netz").orElseThrow().value();
                SystemAsset edited =
                    new SystemAsset(
                        net.id(),
                        net.formerly(),
                        "Netz im Keller",
                        net.kind(),
                        net.provider(),
                        net.publicReason(),
                        net.needs(),
                        net.staffNote());
                change.put(Section.SYSTEMS.kind(), "netz", edited);
              });
    }
  }

  @Test
  void itListsWhatItChangedAndWhatItKept() throws IOException {
    Ran ran = importing(file("Netz Haus A", "Drucker neu"));

    assertThat(ran.out().lines())
        .containsExactly(
            "Bleibt, wie es hier geändert wurde: System „netz“ (name)",
            "Geändert: System „drucker“ (name)",
            "0 neu, 1 geändert, 1 behalten, 0 entfernt, 0 fehlen in der Datei und bleiben.");
    assertThat(names()).containsExactlyInAnyOrder("Netz im Keller", "Drucker neu");
  }

  @Test
  void itCanSayBeforehandWhatItWouldDo() throws IOException {
    long head = head();

    Ran ran = importing(file("Netz Haus A", "Drucker neu"), "--dry-run");

    assertThat(ran.out()).contains("Geändert: System „drucker“", "Nur gezeigt, nichts geändert");
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void theSameFileAgainHasNothingToChange() throws IOException {
    importing(file("Netz im Keller", "Drucker"));

    assertThat(importing(file("Netz im Keller", "Drucker")).out().strip())
        .isEqualTo("Alles ist schon so, wie es in der Datei steht.");
  }

  @Test
  void aFileWithMistakesChangesNothingAndSaysThemAll() throws IOException {
    long head = head();

    Ran ran = importing(file("Netz", "Drucker").replace("printer", "prnter") + "offics: []\n");

    assertThat(ran.code()).isEqualTo(Main.WRONG);
    assertThat(ran.err())
        .contains("stadt.yaml:9:40:", "printer", "stadt.yaml:10:1:", "offices", "2 Fehler");
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void theFifteenMistakesChangeNothing() throws IOException {
    long head = head();

    Ran ran =
        importing(Files.readString(Path.of("src/test/resources/towns/fifteen-mistakes.yaml")));

    assertThat(ran.code()).isEqualTo(Main.WRONG);
    assertThat(ran.err()).contains("15 Fehler. Nichts wurde geändert.");
    assertThat(head()).isEqualTo(head);
  }

  private record Ran(int code, String out, String err) {}

  private Ran importing(String yaml, String... more) throws IOException {
    Path file = directory.resolve("stadt.yaml");
    Files.writeString(file, yaml);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = new java.util.ArrayList<>(List.of(file.toString()));
    words.addAll(List.of(more));
    int code =
        new ImportCommand()
            .run(
                options(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Options options(List<String> words) {
    List<String> all = new java.util.ArrayList<>(words);
    all.addAll(List.of("--data", directory.resolve("data").toString()));
    return Options.parse(all);
  }

  private long head() {
    try (Installation installation = Installation.open(options(List.of()))) {
      return installation.journal().read(TOWN).head();
    }
  }

  private List<String> names() {
    try (Installation installation = Installation.open(options(List.of()))) {
      return installation.journal().read(TOWN).all(Section.SYSTEMS.kind()).stream()
          .map(stored -> stored.value().name())
          .toList();
    }
  }

  private static String file(String net, String printer) {
    return """
        town: {id: musterstadt, name: Stadt Musterstadt,
          publicAddress: "https://musterstadt.example",
          responsible: Hauptamt}
        languages: [de]
        holidays: {state: bw}

        systems:
          - {id: netz, name: %s, kind: network}
          - {id: drucker, name: %s, kind: printer}
        """
        .formatted(net, printer);
  }
}
