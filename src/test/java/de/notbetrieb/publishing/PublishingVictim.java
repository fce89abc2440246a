package de.notbetrieb.publishing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Retention;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * A program of its own that records, publishes and withdraws until it is killed. It says what was
 * acknowledged, and by the log which phase of a publication begins.
 */
final class PublishingVictim {
  /** What the writers write. */
  record Note(String text) {}

  static final Kind<Note> NOTE =
      new Kind<>("test.note", 1, Note.class, Retention.INCIDENT, Audience.STAFF);

  private static final int WRITERS = 4;
  private static final long PACE_MILLIS = 50;

  private PublishingVictim() {}

  /** Data directory, name of the round. */
  public static void main(String[] arguments) {
    showPhases();
    PublishingWorld world = new PublishingWorld(Path.of(arguments[0]));
    world.editions.recover(PublishingWorld.TOWN);
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = arguments[1] + "-" + writer;
      Thread.ofPlatform().start(() -> write(world, name));
    }
    try {
      publish(world, arguments[1]);
    } finally {
      // The writers would go on for ever, and whoever waits for the next phase too.
      Runtime.getRuntime().halt(3);
    }
  }

  private static void write(PublishingWorld world, String name) {
    for (int i = 0; true; i++) {
      String id = name + "-" + i;
      world.journal.write(
          PublishingWorld.TOWN,
          Actor.PROGRAM,
          new RequestId("request-" + id),
          change -> change.put(NOTE, id, new Note("done")));
      say("note " + id);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS));
    }
  }

  private static void publish(PublishingWorld world, String round) {
    for (int i = 0; true; i++) {
      world.say("runde", "Runde " + round + ", Nummer " + i + ".");
      int number = world.publish();
      say("edition " + number);
      int earlier = number - 1;
      if (number % 4 == 0 && isStanding(world, earlier)) {
        world.withdraw(
            new Withdrawal.Order(earlier, "Versehen", Optional.empty(), Optional.empty()));
        say("withdrawn " + earlier);
      }
    }
  }

  private static boolean isStanding(PublishingWorld world, int number) {
    return world.editions.published(PublishingWorld.TOWN).stream()
        .anyMatch(one -> one.number() == number && one.state() == Published.State.EARLIER);
  }

  private static void say(String line) {
    synchronized (System.out) {
      System.out.println(line);
    }
  }

  /** A slow reader of the log: every phase begins some milliseconds after it was announced. */
  private static void showPhases() {
    AppenderBase<ILoggingEvent> slow =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            say("phase " + event.getFormattedMessage());
            long micros = ThreadLocalRandom.current().nextLong(4000);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
          }
        };
    Logger log = (Logger) LoggerFactory.getLogger(Publication.class);
    slow.setContext(log.getLoggerContext());
    slow.start();
    log.setLevel(Level.DEBUG);
    log.setAdditive(false);
    log.addAppender(slow);
  }
}
