package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be tried where the journal is a file of ours: a server's files are the server's. */
class SqliteFileTest extends StoreTest {
  @Test
  void whileTheDatabaseIsMovedAwayNothingIsAcknowledged() throws IOException {
    write("a", "words");
    Path file = directory.resolve("notbetrieb.db");
    Path away = directory.resolve("away.db");
    Files.move(file, away);

    WriterTest.refusedAsUnavailable(() -> write("a", "words"));
    WriterTest.refusedAsUnavailable(() -> write("a", "words"));

    Files.move(away, file);
    write("a", "words");
    assertThat(verify().entries()).isEqualTo(2);
    assertThat(verify().isClean()).isTrue();
  }

  @Test
  void aFullDiskRefusesAndIsRecoveredFrom() throws SQLException {
    write("a", "words");
    tamper("PRAGMA max_page_count = 1");

    WriterTest.refusedAsUnavailable(() -> write("big", "words ".repeat(20_000)));

    write("big", "words ".repeat(20_000));
    assertThat(journal.read(TOWN).head()).isEqualTo(2);
    assertThat(verify().isClean()).isTrue();
  }

  @Test
  void theBytesAreGoneFromTheDataDirectory() throws IOException {
    String name = "Canary-7f3a9";
    String longName = name.repeat(900);
    for (int i = 0; i < 200; i++) {
      String id = "n" + i;
      write(id, (i % 3 == 0 ? name : "neighbour ") + i);
      write(id, (i % 3 == 0 ? longName : "neighbour again ") + i);
      write(id, (i % 3 == 0 ? name : "neighbour once more ".repeat(i)) + i);
    }
    assertThat(holding(name)).isNotEmpty();
    for (int i = 0; i < 200; i += 3) {
      journal.erase(
          TOWN, ACTOR, RequestId.random(), 3L * i + 1, Erasure.Scope.RECORD, "Art. 17 DSGVO");
    }

    assertThat(holding(name)).isEmpty();
    assertThat(verify().damage()).isEmpty();
    assertThat(journal.read(TOWN).all(NOTE)).hasSize(133);
  }

  @Test
  void theScriptKnowsAnErasureAndARootFromEarlier() throws Exception {
    for (String id : List.of("a", "a", "b", "b", "c")) {
      write(id, "words");
    }
    String earlier = "5:" + verify().root();
    journal.erase(TOWN, ACTOR, RequestId.random(), 1, Erasure.Scope.RECORD, "Art. 17 DSGVO");

    assertThat(SecondOpinion.onJournal(directory, "--root", earlier).exit()).isZero();
    assertThat(SecondOpinion.onJournal(directory).output()).contains("2 erased");
    assertThat(SecondOpinion.onJournal(directory, "--root", "4" + earlier.substring(1)).exit())
        .isEqualTo(1);
  }

  private List<Path> holding(String word) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, word)).toList();
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
