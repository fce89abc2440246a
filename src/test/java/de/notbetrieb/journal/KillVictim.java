package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import java.nio.file.Path;
import java.time.Clock;

/** A program of its own that writes until it is killed, and says what was acknowledged. */
final class KillVictim {
  private static final int WRITERS = 8;

  private KillVictim() {}

  /** Data directory, name of the round. */
  public static void main(String[] arguments) throws InterruptedException {
    Database database = Database.embedded(Path.of(arguments[0]));
    Journal journal = new Journal(database, Clock.systemUTC());
    Thread[] writers = new Thread[WRITERS];
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = arguments[1] + "-" + writer;
      writers[writer] = Thread.ofVirtual().start(() -> write(journal, name));
    }
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private static void write(Journal journal, String name) {
    for (int i = 0; true; i++) {
      String id = name + "-" + i;
      write(journal, id, i % 50);
      System.out.println(id);
    }
  }

  static Journal.Done write(Journal journal, String id, int length) {
    return journal.write(
        StoreTest.TOWN,
        StoreTest.ACTOR,
        new RequestId("request-" + id),
        change -> {
          change.put(StoreTest.NOTE, id, StoreTest.note("half done"));
          change.put(StoreTest.NOTE, id, StoreTest.note("done ".repeat(length + 1)));
        });
  }
}
