package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WriterTest extends StoreTest {
  record Counter(int value) {}

  static final Kind<Counter> COUNTER =
      new Kind<>("test.counter", 1, Counter.class, Retention.SHIFT, Audience.STAFF);

  /** The same store, as another process would open it. */
  Database openAgain() {
    return Database.embedded(directory);
  }

  private static void count(Writing change) {
    int before = change.find(COUNTER, "all").map(stored -> stored.value().value()).orElse(0);
    change.put(COUNTER, "all", new Counter(before + 1));
  }

  private Journal.Done count(Journal door) {
    return door.write(TOWN, ACTOR, RequestId.random(), WriterTest::count);
  }

  private int counted() {
    return journal.read(TOWN).find(COUNTER, "all").orElseThrow().value().value();
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts)
      throws InterruptedException, ExecutionException {
    List<T> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> answer : people.invokeAll(acts)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private void isClean() {
    assertThat(Verification.of(database, TOWN, List.of(NOTE, COUNTER)).damage()).isEmpty();
  }

  static void refusedAsUnavailable(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isInstanceOf(Refused.Unavailable.class));
  }

  @Test
  void manyAtOnceAreAllWrittenOneAfterTheOther() throws Exception {
    List<Callable<Journal.Done>> acts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      acts.add(() -> count(journal));
    }

    assertThat(atOnce(acts)).extracting(Journal.Done::head).doesNotHaveDuplicates();
    assertThat(counted()).isEqualTo(400);
    isClean();
  }

  @Test
  void aChangeThatFailsAmongOthersFailsAlone() throws Exception {
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean fails = i % 3 == 0;
      acts.add(
          () -> {
            try {
              journal.write(
                  TOWN,
                  ACTOR,
                  RequestId.random(),
                  change -> {
                    count(change);
                    if (fails) {
                      throw Refused.invalid("words", "test.wrong");
                    }
                  });
              return true;
            } catch (Refused e) {
              return false;
            }
          });
    }

    List<Boolean> written = atOnce(acts);
    assertThat(written.stream().filter(done -> done)).hasSize(133);
    assertThat(counted()).isEqualTo(133);
    isClean();
  }

  @Test
  void oneRequestSentByManyAtOnceActsOnce() throws Exception {
    RequestId request = RequestId.random();
    List<Callable<Journal.Done>> acts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      acts.add(() -> journal.write(TOWN, ACTOR, request, WriterTest::count));
    }

    List<Journal.Done> answers = atOnce(acts);
    assertThat(answers).filteredOn(done -> !done.repeated()).hasSize(1);
    assertThat(answers).extracting(Journal.Done::head).containsOnly(1L);
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void anErrorInsideAChangeReachesItsCallerAndTheNextIsServed() {
    assertThatThrownBy(
            () ->
                journal.write(
                    TOWN,
                    ACTOR,
                    RequestId.random(),
                    change -> {
                      count(change);
                      throw new StackOverflowError("endless");
                    }))
        .isInstanceOf(StackOverflowError.class);

    count(journal);
    assertThat(counted()).isEqualTo(1);
    isClean();
  }

  @Test
  void aChangeThatTheDatabaseRefusesDoesNotSpoilTheOthers() throws Exception {
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean fails = i % 20 == 7;
      acts.add(
          () -> {
            try {
              journal.write(
                  TOWN,
                  ACTOR,
                  RequestId.random(),
                  change -> {
                    count(change);
                    if (fails) {
                      new Rows(change.rows(), "").update("DELETE FROM entry");
                    }
                  });
              return true;
            } catch (Refused e) {
              return false;
            }
          });
    }

    assertThat(atOnce(acts).stream().filter(done -> done)).hasSize(57);
    assertThat(counted()).isEqualTo(57);
    isClean();
  }

  @Test
  void twoProcessesOnOneDatabaseMakeOneTree() throws Exception {
    try (Database other = openAgain();
        Journal door = new Journal(other, Clock.systemUTC())) {
      List<Callable<Journal.Done>> acts = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        acts.add(() -> count(journal));
        acts.add(() -> count(door));
      }
      atOnce(acts);
    }

    assertThat(counted()).isEqualTo(200);
    isClean();
  }

  @Test
  void aClosedJournalRefuses() {
    journal.close();

    refusedAsUnavailable(() -> count(journal));
  }
}
