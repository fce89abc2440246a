package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.SystemState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells of a service of which nothing changed is not rendered again, and nobody can see it. */
class TakenOverTest {
  private static final String DOG = "dienste/hund-anmelden/index.html";

  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void found() throws IOException {
    world = PublishingWorld.founded(data);
    bringIn("Hund anmelden");
    world.publish();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void everyEditionHoldsExactlyWhatRenderingAllOfItGives() throws IOException {
    requireWhole(1);
    say("Für die Anmeldung eines Hundes genügt ein Anruf.", "hund-anmelden");
    requireWhole(world.publish());
    world.set("telefonanlage", SystemState.DOWN);
    requireWhole(world.publish());
    bringIn("Hund an- und abmelden");
    requireWhole(world.publish());
    world.set("netz", SystemState.DOWN);
    say("Beides geht nicht.", "hund-anmelden", "wohnung-anmelden");
    requireWhole(world.publish());
    world.set("telefonanlage", SystemState.UP);
    requireWhole(world.publish());
    requireWhole(world.confirm(RequestId.random()));
    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void aPageOfWhichTheSameMayBeToldIsTakenFromTheEditionBefore() throws IOException {
    Edition first = world.editions.live(TOWN).orElseThrow();
    StoredFiles other = StoredFiles.of(world.store.edition(1), withAnotherPage());

    Package again = new Sealing(world.towns, TOWN.value()).stage(first, other, Optional.of(first));

    assertThat(again.sums().of(DOG)).contains(line("other").sha256());
    assertThat(Files.readString(again.folder().resolve(DOG))).isEqualTo("other");
  }

  @Test
  void whatAnotherProgramHasRenderedIsRenderedAnew() throws IOException {
    Path list = world.store.edition(1).resolve(Sha256Sums.FILE_NAME);
    String other = withAnotherPage();
    write(list, other);

    world.set("telefonanlage", SystemState.DOWN);

    requireWhole(world.publish());
  }

  /** As another version of the program might have rendered the page; returns the list that says so. */
  private String withAnotherPage() throws IOException {
    Path folder = world.store.edition(1);
    String list = Files.readString(folder.resolve(Sha256Sums.FILE_NAME));
    String before = Sha256Sums.parse("list", list).of(DOG).orElseThrow();
    write(folder.resolve(DOG), "other");
    return list.replace(before + "  " + DOG, line("other").sha256() + "  " + DOG);
  }

  private static Sha256Sums.Line line(String page) {
    return new PublicFile(DOG, page.getBytes()).line();
  }

  private static void write(Path file, String text) throws IOException {
    Files.delete(file);
    Files.writeString(file, text);
  }

  private void requireWhole(int number) {
    Edition edition = world.editions.live(TOWN).orElseThrow();
    List<Sha256Sums.Line> whole = Collections.synchronizedList(new ArrayList<>());
    Package.render(
        edition,
        edition.services(),
        file -> {
          whole.add(file.line());
          Compression.neighbours(file).forEach(neighbour -> whole.add(neighbour.line()));
        });
    assertThat(edition.number()).isEqualTo(number);
    assertThat(world.store.read(number, world.store.key()).sums().text())
        .isEqualTo(Sha256Sums.of(whole).text());
  }

  private void bringIn(String name) throws IOException {
    world.bringIn(
        """
        services:
          - id: hund-anmelden
            name: %s
            lifeSituation: wohnen
            waysIn: [zentrale]
            sentences:
              unavailable: Hunde können wir gerade nicht anmelden.
        """
            .formatted(name));
  }

  private void say(String words, String... services) {
    String id = "meldung-" + services.length;
    Update update =
        new Update(
            Slug.of(id),
            NOW,
            Text.of("Neues"),
            List.of(Text.of(words)),
            List.of(services).stream().map(Slug::of).toList(),
            true);
    world.journal.write(
        TOWN, Actor.PROGRAM, RequestId.random(), change -> change.put(Update.KIND, id, update));
  }
}
