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
  private final RandomGenerator random;
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

  /** When it is a place's turn, and how often in a row it went or looked wrong. */
  private record Plan(Optional<Integer> live, int failures, int wrong, Instant feed, Instant look) {
    static final Plan NOW = new Plan(Optional.empty(), 0, 0, Instant.MIN, Instant.MIN);
  }

  public Courier(Places places, Path data, Clock clock, Pace pace, RandomGenerator random) {
    this.book = places.logbook();
    this.visit = new Visit(book, new Feeds(data), clock, random);
    this.clock = clock;
    this.pace = pace;
    this.random = random;
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
      Optional<Integer> live = book.live(reading);
      for (Stored<Place> stored : reading.all(Place.KIND)) {
        String key = key(town, stored.id());
        Optional<Boolean> wish = Optional.ofNullable(asked.get(key));
        Errand errand = errand(reading, stored, live, key, wish);
        if (!errand.isNothing() && underway.add(key)) {
          begun.add(workers.submit(() -> go(town, stored, errand, live, key)));
        } else if (wish.isPresent() && !errand.isNothing()) {
          book.wishes().add(new Wishes.Wish(town, stored.id(), wish.get()));
        }
      }
    }
    return begun;
  }

  /** What is to be done at a place now. */
  record Errand(boolean feed, boolean all, boolean look, boolean everyFile) {
    boolean isNothing() {
      return !feed && !look;
    }
  }

  private Errand errand(
      Reading reading,
      Stored<Place> stored,
      Optional<Integer> live,
      String key,
      Optional<Boolean> wish) {
    Place place = stored.value();
    Plan plan = plans.getOrDefault(key, Plan.NOW);
    boolean isNewEdition = !plan.live().equals(live);
    Instant now = clock.instant();
    Feeding feeding =
        reading.find(Feeding.KIND, stored.id()).map(Stored::value).orElse(Feeding.NEVER);
    boolean isBehind = !feeding.edition().equals(live) || feeding.problem().isPresent();
    boolean feedDue = wish.isPresent() || isNewEdition || !plan.feed().isAfter(now);
    boolean all = wish.orElse(false);
    boolean feed = place.isFed() && live.isPresent() && (all || isBehind && feedDue);
    boolean look =
        place.isReadBack()
            && live.isPresent()
            && (feed || wish.isPresent() || isNewEdition || !plan.look().isAfter(now));
    return new Errand(feed, all, look, feed || wish.isPresent() || isNewEdition);
  }

  private void go(
      Slug town, Stored<Place> stored, Errand errand, Optional<Integer> live, String key) {
    Plan before = plans.getOrDefault(key, Plan.NOW);
    int failures = before.live().equals(live) ? before.failures() : 0;
    int wrong = before.live().equals(live) ? before.wrong() : 0;
    Instant feed = before.feed();
    Instant look = before.look();
    try {
      if (errand.feed()) {
        boolean done = visit.feed(town, stored, errand.all(), live.orElseThrow());
        failures = done ? 0 : failures + 1;
        feed = clock.instant().plus(done ? Duration.ZERO : retry(failures));
      }
      if (errand.look() && !closing) {
        boolean right = visit.look(town, stored, errand.everyFile());
        wrong = right ? 0 : wrong + 1;
        look = clock.instant().plus(right ? jitter(pace.look()) : soon(wrong));
      }
    } catch (RuntimeException e) {
      LOG.warn("a visit to a place failed", e);
      failures++;
      feed = clock.instant().plus(retry(failures));
      look = feed;
    } finally {
      plans.put(key, new Plan(live, failures, wrong, feed, look));
      underway.remove(key);
    }
  }

  private Duration retry(int failures) {
    Duration wait = pace.firstRetry().multipliedBy(1L << Math.min(failures - 1, 16));
    return jitter(wait.compareTo(pace.lastRetry()) > 0 ? pace.lastRetry() : wait);
  }

  /** What is not right is looked at again before the others: an edge follows within a moment. */
  private Duration soon(int wrong) {
    Duration wait = retry(wrong);
    return wait.compareTo(pace.look()) > 0 ? jitter(pace.look()) : wait;
  }

  /** Not all at once, and not in step with anybody. */
  private Duration jitter(Duration about) {
    return Duration.ofMillis((long) (about.toMillis() * random.nextDouble(0.8, 1.2)));
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
