package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Witnesses;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at a folder of towns once a second, and at once when an edition has taken its place; shows
 * what changed.
 */
final class Follower implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Follower.class.getName());

  private static final int GLANCE_MILLIS = 100;
  private static final int GLANCES = 10;

  /** With a thousand towns there is always a new edition somewhere. */
  private static final int COLLECT_SECONDS = 60;

  private final Path towns;
  private final Optional<Minisign.PublicKey> key;
  private final Pins pins;
  private final SeenLogs seen;
  private final Witnesses witnesses;
  private final Consumer<Sites> show;
  private final Map<Slug, TownFollower> followers = new TreeMap<>();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("follower").factory());
  private Map<Slug, FileTime> placed = Map.of();
  private int glances;
  private Sites shown = Sites.NONE;
  private boolean hasDropped;

  Follower(
      Path towns,
      Optional<Minisign.PublicKey> key,
      Pins pins,
      SeenLogs seen,
      Witnesses witnesses,
      Consumer<Sites> show) {
    this.towns = towns;
    this.key = key;
    this.pins = pins;
    this.seen = seen;
    this.witnesses = witnesses;
    this.show = show;
  }

  /** Looks once, then every second, or sooner. */
  void start() {
    look();
    clockwork.scheduleWithFixedDelay(
        this::glance, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    clockwork.scheduleWithFixedDelay(
        this::collect, COLLECT_SECONDS, COLLECT_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * What an edition held outside the heap goes with its last object, and an edge that has little to
   * do would not collect that for days.
   */
  private void collect() {
    if (hasDropped) {
      hasDropped = false;
      System.gc();
    }
  }

  private void glance() {
    glances++;
    if (glances % GLANCES == 0 || !placed().equals(placed)) {
      look();
    }
  }

  /** When an edition last took its place, for each town. */
  private Map<Slug, FileTime> placed() {
    Map<Slug, FileTime> times = new TreeMap<>();
    for (Slug town : followers.keySet()) {
      try {
        Path editions = new EditionStore(towns, town).edition(1).resolveSibling("");
        times.put(town, Files.getLastModifiedTime(editions));
      } catch (IOException e) {
        continue; // there is none yet, or the look will say what is wrong
      }
    }
    return times;
  }

  // A rim: whatever one look meets, the next one comes, and what is shown stays.
  private void look() {
    placed = placed();
    try {
      Sites now = poll();
      if (!now.equals(shown)) {
        shown = now;
        hasDropped = true;
        show.accept(now);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.ERROR, "The store could not be looked at", e);
    }
  }

  private Sites poll() {
    List<String> problems = new ArrayList<>();
    if (Files.isDirectory(towns)) {
      try {
        EditionStore.towns(towns).forEach(this::follow);
      } catch (UncheckedIOException e) {
        problems.add("the folder of towns cannot be read");
      }
    } else {
      problems.add("the folder of towns is missing");
    }
    pins.writeAgain();
    seen.writeAgain();
    pins.problem().ifPresent(problems::add);
    seen.problem().ifPresent(problems::add);
    List<Sites.Town> served = new ArrayList<>();
    List<Sites.Silent> silent = new ArrayList<>();
    for (TownFollower follower : followers.values()) {
      follower.poll().ifPresentOrElse(served::add, () -> follower.silent().ifPresent(silent::add));
    }
    return Sites.of(served, silent, problems);
  }

  private void follow(Slug town) {
    followers.computeIfAbsent(
        town,
        slug -> {
          EditionStore store = new EditionStore(towns, slug);
          return new TownFollower(store, key, pins, new TownLog(store, seen, witnesses));
        });
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
