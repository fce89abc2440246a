package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.app.EveryKind;
import de.notbetrieb.journal.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed with -9 in the middle of publishing, while writers write: what was acknowledged is there
 * once, numbers have no gap, everything verifies, and the edge serves the last good edition all the
 * time, also while the database is away.
 */
class PublishingKillTest {
  private static final List<String> PHASES = List.of("stage", "sign", "commit", "log", "rename");
  private static final int HITS_EACH = 8;
  private static final int ALL_EACH = 5;
  private static final long SEED = 20_231_121;

  @TempDir Path data;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> hits = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Integer> editions = new ArrayList<>();
  private final List<Integer> withdrawn = new ArrayList<>();

  @Test
  void threeKillsLoseNothing() throws Exception {
    killed(3);
  }

  @Test
  @Tag("long")
  void fiftyKillsLoseNothingAndHitEveryPhase() throws Exception {
    killed(50);

    assertThat(PHASES)
        .allSatisfy(phase -> assertThat(hits(phase)).isGreaterThanOrEqualTo(HITS_EACH));
  }

  private void killed(int rounds) throws IOException, InterruptedException {
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      editions.add(world.publish());
    }
    try (WatchedEdge edge = WatchedEdge.start(data)) {
      for (int round = 0; round < rounds; round++) {
        untilKilled("r" + round);
        edge.requireNeverAway();
        databaseAway(edge);
        everythingIsThere("r" + round, round == rounds - 1 || round % ALL_EACH == 0);
      }
      edge.awaitNumber(editions.stream().max(Comparator.naturalOrder()).orElseThrow());
      edge.requireNeverAway();
      System.out.printf(
          "%d kills, hits per phase: %s; %d editions, %d of them withdrawn, %d notes; the edge answered %d times%n",
          rounds, hits, editions.size(), withdrawn.size(), notes.size(), edge.answers());
    }
  }

  /** Kills in the phase that was hit least, after some of its time has passed. */
  private void untilKilled(String round) throws IOException, InterruptedException {
    String wanted = PHASES.stream().min(Comparator.comparing(this::hits)).orElseThrow();
    int skip = random.nextInt(3) == 0 ? 1 : 0;
    int micros = random.nextInt(wanted.equals("stage") ? 150_000 : 4_000);
    Process victim = victim(round);
    String phase = "between";
    boolean killed = false;
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged(line);
        if (line.startsWith("phase ")) {
          phase = line.substring(line.indexOf(": ") + 2);
          if (!killed && phase.equals(wanted) && skip-- == 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
            killed = victim.toHandle().destroyForcibly();
          }
        }
      }
    }
    assertThat(victim.waitFor()).as("killed").isEqualTo(137);
    hits.merge(phase, 1, Integer::sum);
  }

  private int hits(String phase) {
    return hits.getOrDefault(phase, 0);
  }

  private void acknowledged(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "note" -> notes.add(words[1]);
      case "edition" -> editions.add(Integer.valueOf(words[1]));
      case "withdrawn" -> withdrawn.add(Integer.valueOf(words[1]));
      default -> {}
    }
  }

  private Process victim(String round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            PublishingVictim.class.getName(),
            data.toString(),
            round)
        .redirectError(data.resolve("victim.log").toFile())
        .start();
  }

  /** The edge needs no database. */
  private void databaseAway(WatchedEdge edge) throws IOException {
    Path database = data.resolve("notbetrieb.db");
    Path away = data.resolve("away.db");
    Files.move(database, away);
    edge.awaitAnswers(3);
    Files.move(away, database);
  }

  /**
   * What a kill can have broken is the newest edition; that nothing ever touches the others is looked
   * at less often, and at the end.
   */
  private void everythingIsThere(String round, boolean everyEdition) {
    try (PublishingWorld world = new PublishingWorld(data)) {
      world.editions.recover(TOWN);
      List<de.notbetrieb.journal.Kind<?>> kinds = new ArrayList<>(EveryKind.all());
      kinds.add(PublishingVictim.NOTE);
      assertThat(Verification.of(world.database, TOWN, kinds).damage()).isEmpty();
      if (everyEdition) {
        assertThat(world.verified().damage()).isEmpty();
      } else {
        requireSound(world, world.store.numbers().getLast());
      }
      List<Published> published = world.editions.published(TOWN);
      assertThat(published)
          .extracting(Published::number)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, published.size()).boxed().toList().reversed());
      assertThat(world.store.numbers()).hasSameSizeAs(published);
      assertThat(published).extracting(Published::number).containsAll(editions);
      assertThat(published)
          .filteredOn(one -> one.state() == Published.State.WITHDRAWN)
          .extracting(Published::number)
          .containsAll(withdrawn);
      var reading = world.journal.read(TOWN);
      notes.stream()
          .filter(id -> id.startsWith(round + "-"))
          .forEach(id -> assertThat(reading.history(PublishingVictim.NOTE, id)).hasSize(1));
      assertThat(reading.all(PublishingVictim.NOTE)).hasSizeGreaterThanOrEqualTo(notes.size());
      editions.clear();
      published.forEach(one -> editions.add(one.number()));
    }
  }

  private static void requireSound(PublishingWorld world, int number) {
    if (!world.store.isWithdrawn(number)) {
      assertThat(world.store.read(number, world.store.key()).number()).isEqualTo(number);
    }
  }
}
