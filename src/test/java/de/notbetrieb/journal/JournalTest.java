package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Refused;
import org.junit.jupiter.api.Test;

/** What every store must do. */
class JournalTest extends StoreTest {
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
