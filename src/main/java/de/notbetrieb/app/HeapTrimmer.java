package de.notbetrieb.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A publication takes some hundred megabytes for a few seconds, and a program that has little to do
 * would not collect them for days. Once a minute, what the heap has grown by is given back.
 */
final class HeapTrimmer implements AutoCloseable {
  /** Less than that is not worth a pause. */
  private static final long WORTH_BYTES = 32L << 20;

  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heap-trimmer").daemon().factory());
  private long after = committed();

  void start() {
    clockwork.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
  }

  /** Collects if it is worth it. */
  void look() {
    if (committed() - after >= WORTH_BYTES) {
      System.gc();
      after = committed();
    }
  }

  private static long committed() {
    return Runtime.getRuntime().totalMemory();
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
