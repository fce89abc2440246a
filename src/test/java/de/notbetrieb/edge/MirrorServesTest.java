package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of a copy at a partner's see. */
class MirrorServesTest {
  @TempDir Path data;
  private MirrorWorld world;

  @BeforeEach
  void aSourceWithTwoEditions() throws IOException {
    world = new MirrorWorld(data);
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void readersOfACopyThatIsCutOffAreToldSinceWhen() throws IOException {
    EdgeOptions options =
        EdgeOptions.parse(
            "--follow",
            world.address().toString(),
            "--mirror",
            world.folder().toString(),
            "--host",
            "127.0.0.1",
            "--port",
            "0");
    Instant heard = world.now;
    try (Edge edge = Edge.start(options, () -> world.now)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> MirrorWorld.ask(edge, "/nummer.txt").endsWith("Ausgabe 2"));
      assertThat(MirrorWorld.ask(edge, "/")).doesNotContain("Diese Kopie");
      assertThat(MirrorWorld.ask(edge, "/kopie/"))
          .contains("Zuletzt von der Gemeinde gehört: ")
          .contains(world.address().toString());

      world.now = world.now.plus(Duration.ofMinutes(20));
      assertThat(MirrorWorld.ask(edge, "/"))
          .contains("überfällig")
          .contains("Diese Kopie hat seit ")
          .contains(year(heard))
          .contains("href=\"/kopie/\"");
      assertThat(MirrorWorld.ask(edge, "/en/")).contains("has heard nothing from the town since");
      assertThat(MirrorWorld.ask(edge, "/index.html")).endsWith("<html>Start</html>");
      assertThat(MirrorWorld.ask(edge, "/healthz"))
          .startsWith("HTTP/1.1 200")
          .contains("\"lastWord\":\"" + heard + "\"")
          .contains("\"silent\":true");
    }
    assertThat(world.source.get("/kopie/")).startsWith("HTTP/1.1 404");
    world.restart();
    assertThat(world.word().last()).contains(heard.truncatedTo(ChronoUnit.MINUTES));
  }

  @Test
  void whatACopyHasNoMoreIsNotOfferedAndTheOriginalIsNamed() throws IOException {
    String list = "<!--notbetrieb:edition:4--><i><!--notbetrieb:edition:2--></i>";
    try (Edge edge = Edge.start(world.quick("--keep", "2"), () -> world.now)) {
      MirrorWorld.awaitAt(edge, "/editions/2/nummer.txt", "Ausgabe 2");
      world.publish(3);
      MirrorWorld.awaitAt(edge, "/nummer.txt", "Ausgabe 3");
      List<PublicFile> files = new ArrayList<>(world.source.files(4));
      files.add(
          new PublicFile(
              "editions/index.html", EditionFixture.bytes(list + "<!--notbetrieb:results-->")));
      world.log.seal(4, files);
      MirrorWorld.awaitAt(edge, "/editions/2/nummer.txt", "Ausgabe 2 liegt nicht in dieser Kopie");
    }
    assertThat(world.copies().numbers()).containsExactly(3, 4);

    try (Edge edge = Edge.start(world.quick("--keep", "2"), () -> world.now)) {
      MirrorWorld.awaitAt(edge, "/editions/4/nummer.txt", "Ausgabe 4");
      assertThat(MirrorWorld.ask(edge, "/editions/2/en/"))
          .startsWith("HTTP/1.1 404")
          .contains("Edition 2 is not in this copy", world.address() + "editions/2/en/");
      assertThat(MirrorWorld.ask(edge, "/editions/"))
          .contains("Ausgabe 4 lesen", "Ausgabe 3 lesen", "<i>nicht in dieser Kopie</i>")
          .contains("hebt nur die neuesten Ausgaben auf", world.address() + "editions/")
          .doesNotContain("Ausgabe 2 lesen");
      assertThat(MirrorWorld.ask(edge, "/seit/2/")).contains("Location: /editions/");
      assertThat(MirrorWorld.ask(edge, "/editions/5/")).contains("Diese Seite gibt es nicht");
      assertThat(MirrorWorld.ask(edge, "/healthz")).contains("\"problems\":[]", "\"edition\":4");
    }
    assertThat(Files.readString(world.folder().resolve("edge.pins"))).contains(" 4 ");
  }

  private static String year(Instant time) {
    return " " + time.atZone(ZoneId.of("Europe/Berlin")).getYear();
  }
}
