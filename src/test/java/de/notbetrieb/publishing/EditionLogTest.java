package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionLogTest {
  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void aTown() {
    world = PublishingWorld.founded(data);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyReleaseIsALeafAndTellsWhoAskedAndWhoReleasedAsPseudonyms() throws IOException {
    int number = world.publish();

    EditionPackage edition = world.store.read(number, world.store.key());
    EditionLog.Proven proven = EditionLog.proven(edition, world.store.key()).orElseThrow();
    assertThat(proven.release())
        .isEqualTo(
            new ReleaseNote(
                "musterstadt.example",
                1,
                edition.stamp().purpose(),
                de.notbetrieb.platform.Sha256.of(edition.sums().text()),
                world.person("redaktion").pseudonym().pseudonym(),
                world.person("freigabe").pseudonym().pseudonym()));
    assertThat(proven.release().text()).doesNotContain("Leitung", "freigabe");
    aStartWritesWhatIsMissing();
  }

  @Test
  void editionsFromBeforeThereWasALogComeIntoItWithTheNextRelease() throws IOException {
    world.publish();
    world.say("zwei", "Zwei.");
    world.publish();
    forgetTheLog(2);
    assertThat(world.verified().damage()).isEmpty();
    world.editions.recover(TOWN);
    assertThat(world.store.log()).doesNotExist();

    world.say("drei", "Drei.");
    world.publish();

    assertThat(world.verified().damage()).isEmpty();
    assertThat(world.store.edition(1).resolve(ReleaseNote.FILE_NAME)).exists();
    assertThat(world.store.edition(2).resolve(EditionLog.PROOF)).exists();
  }

  /** As an earlier version of the program left it. */
  private void forgetTheLog(int editions) throws IOException {
    EditionFixture.delete(world.store.log());
    for (int number = 1; number <= editions; number++) {
      String id = Release.id(number);
      world.journal.write(
          TOWN, Actor.PROGRAM, RequestId.random(), change -> change.remove(LogEntry.KIND, id));
      Files.delete(world.store.edition(number).resolve(ReleaseNote.FILE_NAME));
      Files.delete(world.store.edition(number).resolve(EditionLog.PROOF));
    }
  }

  private void aStartWritesWhatIsMissing() throws IOException {
    EditionFixture.delete(world.store.log());
    Files.delete(world.store.edition(1).resolve(EditionLog.PROOF));
    assertThat(world.verified().damage()).isNotEmpty();

    world.editions.recover(TOWN);

    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void tamperedAndExchangedFilesOfTheLogAreNamed() throws IOException {
    world.publish();
    world.say("zwei", "Zwei.");
    world.publish();
    for (Path file :
        Stream.of(
                world.store.log().resolve("checkpoint"),
                world.store.log().resolve("tile/0/000.p/2"),
                world.store.edition(1).resolve(ReleaseNote.FILE_NAME),
                world.store.edition(2).resolve(EditionLog.PROOF))
            .toList()) {
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      put(file, bad);
      assertThat(world.verified().damage()).as(file.toString()).isNotEmpty();
      put(file, good);
    }
    assertThat(world.verified().damage()).isEmpty();
    anothersNoteAndProofAreRefused();
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Path next = Files.write(file.resolveSibling("next"), bytes);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void anothersNoteAndProofAreRefused() throws IOException {
    for (String file : new String[] {ReleaseNote.FILE_NAME, EditionLog.PROOF}) {
      put(
          world.store.edition(2).resolve(file),
          Files.readAllBytes(world.store.edition(1).resolve(file)));
      EditionPackage second = world.store.read(2, world.store.key());
      assertThatThrownBy(() -> EditionLog.proven(second, world.store.key()))
          .isInstanceOf(Damage.class);
      world.editions.recover(TOWN);
    }
    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void aJournalReadBackFromAnOlderBackupDoesNotForkTheLog() throws IOException {
    world.publish();
    world.close();
    Path backup = Files.copy(data.resolve("notbetrieb.db"), data.resolve("backup.db"));
    world = new PublishingWorld(data);
    world.say("zwei", "Zwei.");
    world.publish();
    world.close();
    for (String name : new String[] {"notbetrieb.db-wal", "notbetrieb.db-shm"}) {
      Files.deleteIfExists(data.resolve(name));
    }
    Files.move(backup, data.resolve("notbetrieb.db"), StandardCopyOption.REPLACE_EXISTING);
    byte[] published = Files.readAllBytes(world.store.log().resolve("checkpoint"));
    world = new PublishingWorld(data);
    world.editions.recover(TOWN);
    world.say("anders", "Etwas anderes.");
    Request request = world.request();

    assertThatThrownBy(() -> world.release(request))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.getMessage()).contains("publishing.log-ahead"));
    assertThat(world.store.log().resolve("checkpoint")).hasBinaryContent(published);
  }
}
