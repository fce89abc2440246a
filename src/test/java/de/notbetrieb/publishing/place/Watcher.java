package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * A resident who reads all the time, and notes when an edition is half one and half another: whoever
 * finds the same list before and after must find exactly its files. Each time some of them are read,
 * and others the next time: half of an edition would be among any of them.
 */
final class Watcher implements AutoCloseable {
  private static final long PACE_NANOS = 300_000_000;
  private static final int SOME = 30;

  private final URI address;
  private final boolean bucket;
  private final Fetch fetch = new Fetch(Duration.ofSeconds(20));
  private final List<String> mixtures = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger whole = new AtomicInteger();
  private volatile boolean open = true;
  private int next;
  private final Thread reader;

  Watcher(URI address, boolean bucket) {
    this.address = address;
    this.bucket = bucket;
    this.reader = Thread.ofPlatform().start(this::read);
  }

  private void read() {
    while (open) {
      base().ifPresent(this::readWhole);
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  private Optional<URI> base() {
    return bucket
        ? get(address.resolve("index.html"))
            .flatMap(Pointer::folder)
            .map(folder -> address.resolve(folder + "/"))
        : Optional.of(address);
  }

  private void readWhole(URI base) {
    Optional<byte[]> before = get(base.resolve("SHA256SUMS"));
    if (before.isEmpty()) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    String list = new String(before.get(), StandardCharsets.UTF_8);
    try {
      for (Sha256Sums.Line line : some(Sha256Sums.parse("SHA256SUMS", list).lines())) {
        Optional<byte[]> file = get(base.resolve(line.path()));
        if (file.isEmpty() || !Sha256.of(file.get()).hex().equals(line.sha256())) {
          wrong.add(line.path());
        }
      }
    } catch (Damage e) {
      wrong.add(e.getMessage());
    }
    Optional<byte[]> after = get(base.resolve("SHA256SUMS"));
    if (after.isPresent() && Arrays.equals(before.get(), after.get())) {
      if (wrong.isEmpty()) {
        whole.incrementAndGet();
      } else {
        mixtures.add(base + " " + wrong);
      }
    }
  }

  private List<Sha256Sums.Line> some(List<Sha256Sums.Line> all) {
    List<Sha256Sums.Line> some = new ArrayList<>();
    for (int i = 0; i < Math.min(SOME, all.size()); i++) {
      some.add(all.get((next + i) % all.size()));
    }
    next = (next + SOME) % all.size();
    return some;
  }

  private Optional<byte[]> get(URI at) {
    return fetch.get(at) instanceof Fetch.Answer.Got(byte[] bytes)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /** It was read at least once more, and nothing was wrong. */
  void awaitWhole() {
    int enough = whole.get() + 1;
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> whole.get() >= enough);
  }

  /** What was changed on purpose is no mixture of ours. */
  void forget() {
    mixtures.clear();
  }

  void requireNeverHalfNew() {
    assertThat(mixtures).isEmpty();
  }

  @Override
  public void close() {
    open = false;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fetch.close();
  }
}
