package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.ImportPlan.Fate;
import de.notbetrieb.town.ImportPlan.Step;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file imported over a living town does, and what it leaves as people made it. */
class ImportPlanTest {
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final Actor PERSON = new Actor("p-1");

  @TempDir Path directory;
  private Database database;
  private Journal journal;

  @BeforeEach
  void start() {
    database = Database.embedded(directory);
    journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
    importing(town("Netz", "Drucker"), false);
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    assertThat(ImportPlan.of(journal.read(TOWN), town("Netz", "Drucker"), false).steps()).isEmpty();
  }

  @Test
  void whatAPersonChangedSinceStaysAndIsListed() {
    rename("netz", "Netz im Keller");

    ImportPlan plan = importing(town("Netz Haus A", "Drucker neu"), false);

    assertThat(plan.steps())
        .containsExactly(
            new Step("town.system", "netz", Fate.KEPT, List.of("name")),
            new Step("town.system", "drucker", Fate.CHANGED, List.of("name")));
    assertThat(name("netz")).isEqualTo("Netz im Keller");
    assertThat(name("drucker")).isEqualTo("Drucker neu");
  }

  @Test
  void whatIsMissingInTheFileGoesOnlyWhenAsked() {
    Town without = town("Netz", "");

    assertThat(importing(without, false).steps())
        .containsExactly(new Step("town.system", "drucker", Fate.ABSENT, List.of()));
    assertThat(name("drucker")).isEqualTo("Drucker");

    assertThat(importing(without, true).steps())
        .containsExactly(new Step("town.system", "drucker", Fate.REMOVED, List.of()));
    assertThat(journal.read(TOWN).find(Section.SYSTEMS.kind(), "drucker")).isEmpty();
  }

  @Test
  void whatAPersonChangedSinceIsNotPrunedEither() {
    SystemAsset edited = town("Netz", "Drucker im Flur").system(Slug.of("drucker")).orElseThrow();
    journal.write(
        TOWN,
        PERSON,
        RequestId.random(),
        change -> change.put(Section.SYSTEMS.kind(), "drucker", edited));

    assertThat(importing(town("Netz", ""), true).steps())
        .containsExactly(new Step("town.system", "drucker", Fate.KEPT, List.of()));
    assertThat(name("drucker")).isEqualTo("Drucker im Flur");
  }

  @Test
  void aStepSaysInWordsWhatHappensToWhat() {
    Step step = new Step("town.system", "netz", Fate.KEPT, List.of("name"));

    assertThat(step.inWords(Locale.GERMAN))
        .isEqualTo("Bleibt, wie es hier geändert wurde: System „netz“ (name)");
    for (Fate fate : Fate.values()) {
      for (Section<?> section : Section.all()) {
        Step any = new Step(section.kind().name(), "x", fate, List.of());
        assertThat(any.inWords(Locale.ENGLISH)).contains(": ");
      }
    }
  }

  private ImportPlan importing(Town town, boolean prune) {
    ImportPlan plan = ImportPlan.of(journal.read(TOWN), town, prune);
    journal.write(TOWN, PERSON, RequestId.random(), plan::apply);
    return plan;
  }

  private void rename(String id, String name) {
    SystemAsset changed = town(name, "Drucker").system(Slug.of(id)).orElseThrow();
    journal.write(
        TOWN,
        PERSON,
        RequestId.random(),
        change -> change.put(Section.SYSTEMS.kind(), id, changed));
  }

  private String name(String id) {
    return journal.read(TOWN).find(Section.SYSTEMS.kind(), id).orElseThrow().value().name();
  }

  private static Town town(String net, String printer) {
    String yaml =
        """
        town:
          id: musterstadt
          name: Stadt Musterstadt
          publicAddress: https://musterstadt.example
          responsible: Hauptamt
        languages: [de]
        holidays: {state: bw}
        systems:
          - {id: netz, name: %s, kind: network}
        """
            .formatted(net);
    String second =
        printer.isEmpty() ? "" : "  - {id: drucker, name: %s, kind: printer}\n".formatted(printer);
    return TownFile.read("town.yaml", (yaml + second).getBytes(StandardCharsets.UTF_8))
        .town()
        .orElseThrow();
  }
}
