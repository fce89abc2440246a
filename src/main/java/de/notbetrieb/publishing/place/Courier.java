package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes to the places: brings the live edition to those that the program feeds, and looks from
 * outside what really stands there. What is to be done always follows from the journal and the
 * places themselves; so it may be stopped, killed or doubled at any time.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Logbook book;
  private final Visit visit;
  private final Clock clock;
  private final Pace pace;
  private final Turns turns;
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;
  private Optional<Thread> thread = Optional.empty();

  /**
   * How often.
   *
   * @param glance between two looks into the journal
   * @param look between two looks at a place from outside, give or take a fifth
   * @param firstRetry after the first upload that failed; doubled each time
   */
  public record Pace(Duration glance, Duration look, Duration firstRetry, Duration lastRetry) {
    public static final Pace USUAL =
        new Pace(
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30));
  }

  public Courier(Places places, Path data, Clock clock, Pace pace, RandomGenerator random) {
    this.book = places.logbook();
    this.visit = new Visit(book, new Feeds(data), clock, random);
    this.clock = clock;
    this.pace = pace;
    this.turns = new Turns(pace, random);
  }

  /** Works until it is closed. */
  public void start() {
    Thread worker = Thread.ofVirtual().name("courier").unstarted(this::work);
    thread = Optional.of(worker);
    worker.start();
  }

  private void work() {
    while (!closing) {
      try {
        begin();
        book.wishes().await(pace.glance().toMillis());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // the database may be away for a while; the next glance tries again
        LOG.warn("the courier could not look into the journal", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(pace.glance());
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Everything that is due now; returns when all of it is done. */
  public void round() {
    for (Future<?> one : begin()) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private List<Future<?>> begin() {
    Map<String, Boolean> asked = new HashMap<>();
    for (Wishes.Wish wish : book.wishes().take()) {
      asked.merge(key(wish.town(), wish.place()), wish.all(), Boolean::logicalOr);
    }
    List<Future<?>> begun = new ArrayList<>();
    for (Slug town : book.towns()) {
      Reading reading = book.read(town);
      Releasing releases = Releasing.of(reading);
      Optional<Integer> live = releases.live();
      for (Stored<Place> stored : PlaceList.all(reading)) {
        String key = key(town, stored.id());
        Optional<Boolean> wish = Optional.ofNullable(asked.get(key));
        Errand errand = errand(reading, stored, releases, key, wish);
        if (!errand.isNothing() && underway.add(key)) {
          begun.add(workers.submit(() -> go(town, stored, errand, live, key)));
        } else if (wish.isPresent() && !errand.isNothing()) {
          book.wishes().add(new Wishes.Wish(town, stored.id(), wish.get()));
        }
      }
    }
    return begun;
  }

  /**
   * What is to be done at a place now.
   *
   * @param all every file anew
   * @param mend because something else stood there, without anybody asking
   */
  record Errand(boolean feed, boolean all, boolean mend, boolean look, boolean everyFile) {
    boolean isNothing() {
      return !feed && !look;
    }
  }

  private Errand errand(
      Reading reading,
      Stored<Place> stored,
      Releasing releases,
      String key,
      Optional<Boolean> wish) {
    Place place = stored.value();
    Optional<Integer> live = releases.live();
    Plan plan = plans.getOrDefault(key, Plan.NOW);
    boolean isNewEdition = !plan.live().equals(live);
    Instant now = clock.instant();
    Feeding feeding =
        reading.find(Feeding.KIND, stored.id()).map(Stored::value).orElse(Feeding.NEVER);
    boolean isBehind =
        live.isPresent() && (!feeding.edition().equals(live) || feeding.problem().isPresent());
    boolean owes = place.isPosted() && holdsTakenBack(reading, stored.id(), releases);
    boolean feedDue = wish.isPresent() || isNewEdition || plan.isFeedDue(now);
    boolean asked = wish.orElse(false) && live.isPresent();
    boolean mend = live.isPresent() && !isNewEdition && plan.isMendDue(now);
    boolean feed =
        place.isFed() && !plan.isShut(now) && (asked || mend || (isBehind || owes) && feedDue);
    boolean look =
        place.isReadBack()
            && (live.isPresent() || place.isPosted())
            && (feed || wish.isPresent() || isNewEdition || plan.isLookDue(now));
    boolean all = asked || mend && plan.mended() > 0;
    // what was wrong once is not called right because some other files are
    boolean everyFile = feed || wish.isPresent() || isNewEdition || plan.wrong() > 0;
    return new Errand(feed, all, feed && mend, look, everyFile);
  }

  /** Posts of an edition that was taken back are deleted, whatever else is to be done. */
  private static boolean holdsTakenBack(Reading reading, String id, Releasing releases) {
    return reading.find(Posted.KIND, id).stream()
        .flatMap(posted -> posted.value().standing().stream())
        .anyMatch(post -> releases.isWithdrawn(post.edition()));
  }

  private void go(
      Slug town, Stored<Place> stored, Errand errand, Optional<Integer> live, String key) {
    Plan plan = plans.getOrDefault(key, Plan.NOW).at(live);
    try {
      if (errand.feed()) {
        plan = errand.mend() ? plan.mending() : plan;
        plan = plan.fed(visit.feed(town, stored, errand, live), turns, clock.instant());
      }
      if (errand.look() && !closing) {
        Visit.Seen seen = visit.look(town, stored, errand.everyFile());
        plan = plan.seen(seen, turns, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.warn("a visit to a place failed", e);
      plan = plan.failed(turns, clock.instant());
    } finally {
      plans.put(key, plan);
      underway.remove(key);
    }
  }

  private static String key(Slug town, String place) {
    return town + "/" + place;
  }

  /** What is under way is broken off; the next start goes on from there. */
  @Override
  public void close() {
    closing = true;
    thread.ifPresent(Thread::interrupt);
    workers.shutdownNow();
    visit.close();
  }
}
