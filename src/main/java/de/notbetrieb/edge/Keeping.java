package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much a mirror keeps: the edition that is served, and those before it. What is newer than the
 * served one waits for something and stays; and so do withdrawal notes, keys, log and evidence.
 *
 * @param most so many editions, the served one among them
 * @param served the number that is served of a town; while there is none, nothing goes
 */
record Keeping(int most, Function<Slug, Optional<Integer>> served) {
  /** Pages say what is new since each of the ten newest editions. */
  static final int USUAL = 10;

  /** When the served one is withdrawn, the one before it holds again. */
  static final int LEAST = 2;

  /** A copy that has grown for months must not hold back the next edition while it is cleared. */
  private static final int AT_ONCE = 5;

  /**
   * Clears away what is too old. An edition leaves in one step, so that no half of one is ever in
   * its place; what a crash leaves of it goes with the next look. Who is reading a file of it reads
   * on.
   *
   * @param leaving a folder on the same disk, of which nothing is kept
   */
  void clear(EditionStore store, Path leaving) throws IOException {
    Incoming.delete(leaving);
    for (int number : tooOld(store)) {
      Files.createDirectories(leaving);
      Path edition = store.edition(number);
      Files.move(edition, leaving.resolve(String.valueOf(number)), StandardCopyOption.ATOMIC_MOVE);
      Incoming.delete(leaving);
    }
  }

  private List<Integer> tooOld(EditionStore store) {
    Optional<Integer> live = served.apply(store.town());
    if (live.isEmpty()) {
      return List.of();
    }
    List<Integer> held =
        store.numbers().stream()
            .filter(number -> number <= live.get() && !store.isWithdrawn(number))
            .toList();
    return held.subList(0, Math.clamp(held.size() - most, 0, AT_ONCE));
  }
}
