package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Never lose an acknowledged change, however the program ends. */
class KillTest {
  private static final int WRITERS = 8;
  private static final long SEED = 20_231_121;

  @TempDir Path directory;

  private final Random random = new Random(SEED);

  @Test
  void whatWasAcknowledgedIsThereOnceAfterThreeKills() throws Exception {
    killed(3);
  }

  @Test
  @Tag("long")
  void whatWasAcknowledgedIsThereOnceAfterFiftyKills() throws Exception {
    killed(50);
  }

  private void killed(int rounds) throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      acknowledged.addAll(untilKilled("r" + round));
      everythingIsThere(acknowledged, "r" + round);
    }
  }

  /** Kills the program after a random number of acknowledgements, between two of them or in one. */
  private List<String> untilKilled(String round) throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KillVictim.class.getName(),
                directory.toString(),
                round)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> acknowledged = new LinkedHashSet<>();
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      int enough = 1 + random.nextInt(200);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches(round + "-\\d+-\\d+") && acknowledged.add(line)) {
          if (acknowledged.size() == enough) {
            victim.toHandle().destroyForcibly();
          }
        }
      }
    }
    victim.waitFor();
    assertThat(acknowledged).isNotEmpty();
    return List.copyOf(acknowledged);
  }

  private void everythingIsThere(List<String> acknowledged, String round) {
    try (Database database = Database.embedded(directory);
        Journal journal = new Journal(database, Clock.systemUTC())) {
      assertThat(Verification.of(database, StoreTest.TOWN, List.of(StoreTest.NOTE)).damage())
          .isEmpty();
      assertThat(journal.read(StoreTest.TOWN).all(StoreTest.NOTE))
          .extracting(Stored::id)
          .containsAll(acknowledged);
      sendAgain(journal, acknowledged, round);
      assertThat(journal.read(StoreTest.TOWN).head())
          .isEqualTo(2L * journal.read(StoreTest.TOWN).all(StoreTest.NOTE).size());
    }
  }

  /** People whose answer was lost press the button again; also those whose change never came. */
  private void sendAgain(Journal journal, List<String> acknowledged, String round) {
    for (String id : acknowledged.stream().filter(one -> one.startsWith(round)).toList()) {
      assertThat(KillVictim.write(journal, id, 1).repeated()).isTrue();
    }
    for (int writer = 0; writer < WRITERS; writer++) {
      String mine = round + "-" + writer + "-";
      long count = acknowledged.stream().filter(id -> id.startsWith(mine)).count();
      for (long next = count; next < count + 3; next++) {
        KillVictim.write(journal, mine + next, 1);
        assertThat(journal.read(StoreTest.TOWN).history(StoreTest.NOTE, mine + next)).hasSize(2);
      }
    }
  }
}
