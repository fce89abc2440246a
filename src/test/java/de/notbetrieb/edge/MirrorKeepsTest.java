package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy at a partner's keeps on its disk, and what it does when that is broken or full. */
class MirrorKeepsTest {
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
  void onlyTheNewestAreKeptAndNothingGoesBeforeTheNewOneIsServed() throws IOException {
    world.served = Optional.of(2);
    world.look();
    for (int number = 3; number <= 6; number++) {
      world.publish(number);
      world.look();
    }
    world.source.town.withdraw(3);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.source.get("/editions/3/").startsWith("HTTP/1.1 410"));
    Files.createDirectories(world.copies().evidence().resolve("1-twin"));
    Path killed = world.folder().resolve("leaving/1/dienste");
    Files.createDirectories(killed);
    world.look();
    assertThat(world.copies().numbers()).as("6 is not served yet").containsExactly(2, 3, 4, 5, 6);
    assertThat(killed).as("what a crash has left").doesNotExist();

    world.served = Optional.of(6);
    world.look();
    assertThat(world.copies().numbers()).containsExactly(3, 5, 6);
    assertThat(world.copies().isWithdrawn(3)).as("its note stays").isTrue();
    assertThat(world.copies().evidence().resolve("1-twin")).exists();
    assertThat(world.folder().resolve("leaving")).doesNotExist();
    assertThat(world.word().problem()).isEmpty();
  }

  @Test
  void aCopyKeepsAtLeastTwoEditions() {
    assertThatThrownBy(() -> world.quick("--keep", "1"))
        .hasMessageContaining("--keep is at least 2");
    assertThatThrownBy(() -> EdgeOptions.parse("--follow", "towns", "--keep", "5"))
        .hasMessageContaining("belong to --follow URL");
  }

  @Test
  void aCopyThatAPowerCutBrokeIsFetchedAgain() throws IOException {
    world.publish(3);
    world.look();
    Files.writeString(world.copies().edition(3).resolve("nummer.txt"), "");
    world.restart();
    world.look();
    assertThat(world.word().problem()).isEmpty();
    assertThat(world.copies().edition(3).resolve("nummer.txt")).hasContent("Ausgabe 3");
  }

  @Test
  void aFullDiskIsSaidTheOldEditionStaysAndTheNextLookBringsTheNewOne() {
    world.look();
    world.publish(3);
    Path half = world.folder().resolve("staging/moessingen/editions/3/nummer.txt");
    world.way =
        passing -> passing.path().equals("/nummer.txt") ? ontoAFullDisk(half, passing) : passing;
    world.look();
    assertThat(world.word().problem())
        .startsWith(
            "nummer.txt cannot be written here (No space left on device): is the disk full?");
    assertThat(world.copies().numbers()).containsExactly(2);
    assertThat(world.folder().resolve("staging")).doesNotExist();

    world.way = passing -> passing;
    world.look();
    assertThat(world.word().problem()).isEmpty();
    assertThat(world.copies().numbers()).containsExactly(2, 3);
  }

  private static MirrorWorld.Passing ontoAFullDisk(Path file, MirrorWorld.Passing passing) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.createSymbolicLink(file, Path.of("/dev/full"));
      return passing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
