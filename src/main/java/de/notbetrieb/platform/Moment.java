package de.notbetrieb.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A point in time and the zone in which people there read their clocks; whole microseconds. */
public record Moment(Instant instant, ZoneId zone) implements Comparable<Moment> {
  private static final long MICROS_PER_SECOND = 1_000_000;

  public Moment {
    instant = instant.truncatedTo(ChronoUnit.MICROS);
  }

  public static Moment now(Clock clock) {
    return new Moment(clock.instant(), clock.getZone());
  }

  public static Moment ofMicros(long micros, String zone) {
    return new Moment(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneId.of(zone));
  }

  /** Microseconds since 1970, as the database keeps them. */
  public long micros() {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1000);
  }

  /** As it stands in an edition: the offset then in force, whole seconds. */
  public OffsetDateTime toOffset() {
    return instant.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public int compareTo(Moment other) {
    return instant.compareTo(other.instant);
  }
}
