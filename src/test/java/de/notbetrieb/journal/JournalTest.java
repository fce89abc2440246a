package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store must do. SQLite runs it here, PostgreSQL in a class that inherits it. */
class JournalTest {
  record Note(String words, Optional<String> hint) {}

  static final Kind<Note> NOTE =
      new Kind<>("test.note", 1, Note.class, Retention.SHIFT, Audience.STAFF);
  static final Slug TOWN = Slug.of("moessingen");
  static final Actor ACTOR = new Actor("p-1");

  @TempDir Path directory;
  Database database;
  Journal journal;

  Database open() {
    return Database.embedded(directory);
  }

  @BeforeEach
  void start() {
    database = open();
    journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  void write(String id, String words) {
    journal.write(TOWN, ACTOR, RequestId.random(), change -> change.put(NOTE, id, note(words)));
  }

  static Note note(String words) {
    return new Note(words, Optional.empty());
  }

  @Test
  void whatWasWrittenCanBeReadWithItsHistory() {
    write("a", "first \"words\"");
    write("a", "second");

    Reading reading = journal.read(TOWN);
    assertThat(reading.find(NOTE, "a").orElseThrow().value()).isEqualTo(note("second"));
    assertThat(reading.history(NOTE, "a"))
        .extracting(Stored::value)
        .containsExactly(note("second"), note("first \"words\""));
    assertThat(reading.head()).isEqualTo(2);
    assertThat(reading.entries(100, 10)).extracting(Entry::number).containsExactly(2L, 1L);
  }

  @Test
  void theSameRequestSentTwiceActsOnce() {
    RequestId request = RequestId.random();
    journal.write(TOWN, ACTOR, request, change -> change.put(NOTE, "a", note("once")));

    Journal.Done again =
        journal.write(TOWN, ACTOR, request, change -> change.put(NOTE, "a", note("twice")));

    assertThat(again.repeated()).isTrue();
    assertThat(journal.read(TOWN).head()).isEqualTo(1);
  }

  @Test
  void whoEditsAStateThatHasMovedOnIsToldSo() {
    write("a", "seen by both");
    write("a", "the faster one");

    assertThatThrownBy(
            () ->
                journal.write(
                    TOWN,
                    ACTOR,
                    RequestId.random(),
                    change -> change.put(NOTE, "a", note("the slower one"), 1)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isInstanceOf(Refused.Conflict.class));
  }

  @Test
  void aChangeThatFailsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                journal.write(
                    TOWN,
                    ACTOR,
                    RequestId.random(),
                    change -> {
                      change.put(NOTE, "a", note("half"));
                      throw Refused.invalid("words", "test.wrong");
                    }))
        .isInstanceOf(Refused.class);

    assertThat(journal.read(TOWN).find(NOTE, "a")).isEmpty();
    assertThat(journal.read(TOWN).head()).isZero();
  }

  @Test
  void aRemovedRecordIsGoneAndItsEntriesStay() {
    write("a", "words");
    journal.write(TOWN, ACTOR, RequestId.random(), change -> change.remove(NOTE, "a"));

    assertThat(journal.read(TOWN).find(NOTE, "a")).isEmpty();
    assertThat(journal.read(TOWN).head()).isEqualTo(2);
  }
}
