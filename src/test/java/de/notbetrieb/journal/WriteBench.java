package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Changes per second, grouped against one commit for each change; see {@code bench/write}. */
final class WriteBench {
  private static final int[] CALLERS = {1, 8, 64};

  private WriteBench() {}

  private record Case(int callers, boolean grouped) {}

  /** Rounds, milliseconds each, folder, and perhaps the address of a PostgreSQL database. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    long milliseconds = Long.parseLong(arguments[1]);
    Path folder = Files.createTempDirectory(Path.of(arguments[2]), "write");
    Map<Case, double[]> perSecond = new LinkedHashMap<>();
    try (Database database =
        arguments.length > 3 ? Database.postgresql(arguments[3]) : Database.embedded(folder)) {
      for (int round = -1; round < rounds; round++) {
        for (int callers : CALLERS) {
          for (boolean grouped : new boolean[] {false, true}) {
            double measured = measure(database, callers, grouped, milliseconds);
            if (round >= 0) {
              perSecond
                      .computeIfAbsent(new Case(callers, grouped), _ -> new double[rounds])[round] =
                  measured;
            }
          }
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    print(perSecond);
  }

  private static double measure(Database database, int callers, boolean grouped, long milliseconds)
      throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + milliseconds * 1_000_000;
    try (Journal journal =
        new Journal(database, Clock.systemUTC(), grouped ? Writer.MAX_TOGETHER : 1)) {
      CountDownLatch finished = new CountDownLatch(callers);
      for (int caller = 0; caller < callers; caller++) {
        String id = "c" + caller;
        Thread.ofVirtual()
            .start(
                () -> {
                  while (System.nanoTime() < end) {
                    journal.write(
                        StoreTest.TOWN,
                        StoreTest.ACTOR,
                        RequestId.random(),
                        change ->
                            change.put(
                                StoreTest.NOTE, id, StoreTest.note("Das Bürgerbüro ist zu.")));
                    done.incrementAndGet();
                  }
                  finished.countDown();
                });
      }
      finished.await();
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }

  private static void print(Map<Case, double[]> perSecond) {
    System.out.println("changes per second, median of the rounds");
    System.out.printf("%8s %10s %10s %8s%n", "callers", "single", "grouped", "ratio");
    for (int callers : CALLERS) {
      double single = median(perSecond.getOrDefault(new Case(callers, false), new double[1]));
      double grouped = median(perSecond.getOrDefault(new Case(callers, true), new double[1]));
      System.out.printf("%8d %10.0f %10.0f %8.1f%n", callers, single, grouped, grouped / single);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
