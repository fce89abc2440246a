package de.notbetrieb.publishing.place;

import java.time.Instant;
import java.util.Optional;

/**
 * When it is a place's turn, and how often in a row it went or looked wrong. It is kept in memory
 * only: after a start every place is looked at, and all of this found anew.
 *
 * @param live the edition for which this holds
 * @param failures how often in a row feeding failed
 * @param wrong how often in a row it did not look right
 * @param mended how often in a row the program put it right by itself
 * @param shut until when the other side asked to be left alone
 * @param mend when what was found there is put right; absent: nothing to be put right
 */
record Plan(
    Optional<Integer> live,
    int failures,
    int wrong,
    int mended,
    Instant feed,
    Instant look,
    Instant shut,
    Optional<Instant> mend) {
  static final Plan NOW =
      new Plan(Optional.empty(), 0, 0, 0, Instant.MIN, Instant.MIN, Instant.MIN, Optional.empty());

  /** With a new edition all begins anew, but for what the other side asked. */
  Plan at(Optional<Integer> edition) {
    return live.equals(edition)
        ? this
        : new Plan(edition, 0, 0, 0, Instant.MIN, Instant.MIN, shut, Optional.empty());
  }

  boolean isFeedDue(Instant now) {
    return !feed.isAfter(now);
  }

  boolean isLookDue(Instant now) {
    return !look.isAfter(now);
  }

  boolean isMendDue(Instant now) {
    return mend.filter(when -> !when.isAfter(now)).isPresent();
  }

  boolean isShut(Instant now) {
    return shut.isAfter(now);
  }

  Plan mending() {
    return new Plan(live, failures, wrong, mended + 1, feed, look, shut, Optional.empty());
  }

  Plan fed(Optional<NotFed> not, Turns turns, Instant now) {
    if (not.isEmpty()) {
      return new Plan(live, 0, wrong, mended, now, look, shut, mend);
    }
    NotFed why = not.get();
    Instant again =
        now.plus(
            why.why().what().needsPeople()
                ? turns.patient(failures + 1)
                : turns.retry(failures + 1));
    return new Plan(live, failures + 1, wrong, mended, again, look, now.plus(why.pause()), mend);
  }

  Plan seen(Visit.Seen seen, Turns turns, Instant now) {
    if (seen.right()) {
      return new Plan(live, failures, 0, 0, feed, now.plus(turns.look()), shut, Optional.empty());
    }
    Optional<Instant> due =
        seen.mendable() && failures == 0
            ? mend.or(() -> Optional.of(now.plus(turns.mend(mended))))
            : Optional.empty();
    return new Plan(
        live, failures, wrong + 1, mended, feed, now.plus(turns.soon(wrong + 1)), shut, due);
  }

  /** The program itself could not go on. */
  Plan failed(Turns turns, Instant now) {
    Instant again = now.plus(turns.retry(failures + 1));
    return new Plan(live, failures + 1, wrong, mended, again, again, shut, mend);
  }
}
