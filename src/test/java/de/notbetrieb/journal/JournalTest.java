package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  void entriesAreChosenByKindPersonAndTime() {
    write("a", "first");
    journal.write(
        TOWN, new Actor("p-2"), RequestId.random(), change -> change.put(NOTE, "b", note("x")));
    Reading reading = journal.read(TOWN);
    Instant second = reading.entries(3, 1).getFirst().recorded().instant();

    assertThat(numbers(filter(Optional.of(NOTE.name()), Optional.empty()))).containsExactly(2L, 1L);
    assertThat(numbers(filter(Optional.of("test.other"), Optional.empty()))).isEmpty();
    assertThat(numbers(filter(Optional.empty(), Optional.of(new Actor("p-2")))))
        .containsExactly(2L);
    assertThat(
            numbers(
                new EntryFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(second.minusSeconds(3600)))))
        .isEmpty();
    assertThat(
            numbers(
                new EntryFilter(
                    Optional.empty(), Optional.empty(), Optional.of(second), Optional.empty())))
        .contains(2L);
    assertThat(reading.kindsOfEntries()).containsExactly(NOTE.name());
    assertThat(reading.entries(3, 1).getFirst().record()).contains("b");
  }

  private static EntryFilter filter(Optional<String> kind, Optional<Actor> actor) {
    return new EntryFilter(kind, actor, Optional.empty(), Optional.empty());
  }

  private List<Long> numbers(EntryFilter filter) {
    return journal.read(TOWN).entries(filter, Long.MAX_VALUE, 10).stream()
        .map(Entry::number)
        .toList();
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
