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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing by command: located mistakes or a change, never a half of it. */
class ImportCommandTest {
  private static final Path TOWN = Path.of("src/test/resources/towns/musterstadt.yaml");
  private static final Slug SLUG = Slug.of("musterstadt");

  @TempDir Path data;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void whatPeopleChangedSinceTheLastImportStaysAndIsNamed() throws IOException {
    assertThat(run("import", TOWN.toString())).isEqualTo(Main.FINE);
    try (Installation installation = Installation.open(options())) {
      installation
          .journal()
          .write(
              SLUG,
              new Actor("p-jemand"),
              RequestId.random(),
              change -> {
                SystemAsset net = change.find(Section.SYSTEMS.kind(), "netz").orElseThrow().value();
                change.put(Section.SYSTEMS.kind(), "netz", renamed(net));
              });
    }
    Path file = data.resolve("neu.yaml");
    String facts = Files.readString(TOWN).split("\nsituation:", 2)[0];
    Files.writeString(
        file, facts.replace("id: netz\n", "id: netz\n    staffNote: aus der Datei\n"));

    assertThat(run("import", file.toString())).isEqualTo(Main.FINE);

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Bleibt, wie es hier geändert wurde: System „netz“");
    try (Installation installation = Installation.open(options())) {
      assertThat(
              installation
                  .journal()
                  .read(SLUG)
                  .find(Section.SYSTEMS.kind(), "netz")
                  .orElseThrow()
                  .value()
                  .name())
          .isEqualTo("Netz im Keller");
    }
  }

  @Test
  void aFileWithFifteenMistakesGetsFifteenMessagesAndChangesNothing() {
    assertThat(run("import", "src/test/resources/towns/fifteen-mistakes.yaml"))
        .isEqualTo(Main.WRONG);

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.matches("fifteen-mistakes\\.yaml:\\d+:\\d+: .+"))
        .hasSize(15)
        .doesNotHaveDuplicates();
    assertThat(data.resolve("notbetrieb.db")).doesNotExist();
  }

  private static SystemAsset renamed(SystemAsset one) {
    return new SystemAsset(
        one.id(),
        one.formerly(),
        "Netz im Keller",
        one.kind(),
        one.provider(),
        one.publicReason(),
        one.needs(),
        one.staffNote());
  }

  private int run(String command, String file) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(List.of(command, file, "--data", data.toString()), out, out);
  }

  private Options options() {
    return Options.parse(List.of("--data", data.toString()));
  }
}
