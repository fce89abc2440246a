package de.notbetrieb.publishing.place;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, put forward by hand. */
final class ForwardClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  void forward(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }
}
