package de.notbetrieb.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords for one account from one address each further try
 * waits twice as long, up to a minute. Colleagues behind the same address, and the same account
 * from another address, are not kept out; every guess costs an Argon2id computation anyway.
 */
public final class Attempts {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Instant nextTry() {
      return count < FREE ? last : last.plus(pause());
    }

    private Duration pause() {
      Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 6));
      return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
  }

  /** How long this account must still wait at this address; zero: try now. */
  public synchronized Duration pause(String account, String address) {
    Failures known = failures.get(key(account, address));
    if (known == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), known.nextTry());
    return left.isNegative() ? Duration.ZERO : left;
  }

  public synchronized void failed(String account, String address) {
    failures.merge(
        key(account, address),
        new Failures(1, clock.instant()),
        (before, now) -> new Failures(before.count() + 1, now.last()));
  }

  public synchronized void succeeded(String account, String address) {
    failures.remove(key(account, address));
  }

  private static String key(String account, String address) {
    return account.strip().toLowerCase(Locale.ROOT) + " " + address;
  }
}
