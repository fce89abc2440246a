package de.notbetrieb.app;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A clock that goes on when it is told to, and never back: a replay runs on the days it tells of. */
final class SteppingClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  SteppingClock(ZoneId zone, OffsetDateTime begin) {
    this.zone = zone;
    this.now = begin.toInstant();
  }

  /** Earlier moments leave it where it is. */
  void goOnTo(OffsetDateTime then) {
    Instant next = then.toInstant();
    now = next.isAfter(now) ? next : now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SteppingClock(other, now.atZone(other).toOffsetDateTime());
  }
}
