package de.notbetrieb.publishing.place;

import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What people have asked to be done at once, until the courier takes it. */
final class Wishes {
  private final Set<Wish> open = new LinkedHashSet<>();

  /**
   * Somebody pressed a button.
   *
   * @param all uploads every file anew; otherwise only looks
   */
  record Wish(Slug town, String place, boolean all) {}

  synchronized void add(Wish wish) {
    open.add(wish);
    notifyAll();
  }

  synchronized List<Wish> take() {
    List<Wish> taken = new ArrayList<>(open);
    open.clear();
    return taken;
  }

  synchronized boolean isOpen(Slug town, String place) {
    return open.stream().anyMatch(one -> one.town().equals(town) && one.place().equals(place));
  }

  /** Until there is one, at most that long. */
  synchronized void await(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (open.isEmpty() && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
