package de.notbetrieb.publishing.place;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long until a place's next turn: doubled each time, and never in step with anybody. */
record Turns(Courier.Pace pace, RandomGenerator random) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 16;

  Duration look() {
    return jitter(pace.look());
  }

  /** What is not right is looked at again before the others: an edge follows within a moment. */
  Duration soon(int wrong) {
    Duration wait = retry(wrong);
    return wait.compareTo(pace.look()) > 0 ? look() : wait;
  }

  Duration retry(int failures) {
    return jitter(doubled(pace.firstRetry(), failures, pace.lastRetry()));
  }

  /** Only people can put it right: a server that counts wrong passwords must not lock us out. */
  Duration patient(int failures) {
    return jitter(doubled(pace.lastRetry(), failures, DAY));
  }

  /** The first time at once. Whoever changes it again and again must not keep us busy. */
  Duration mend(int mended) {
    return mended == 0 ? Duration.ZERO : jitter(doubled(pace.look(), mended, DAY));
  }

  private static Duration doubled(Duration first, int times, Duration most) {
    Duration wait = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    return wait.compareTo(most) > 0 ? most : wait;
  }

  /** Not all at once. */
  private Duration jitter(Duration about) {
    return Duration.ofMillis((long) (about.toMillis() * random.nextDouble(0.8, 1.2)));
  }
}
