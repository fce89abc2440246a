package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.PublishingWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A program of its own that feeds places, so that it can be killed. */
final class FeedingProgram {
  private FeedingProgram() {}

  /** Brings the newest edition of a store. */
  static ProcessBuilder bringing(Path data, String town, Upload upload, String secret) {
    return program(
        data,
        data.toString(),
        town,
        upload.way().name(),
        upload.location(),
        upload.account(),
        secret);
  }

  /** Makes the courier's rounds, once. */
  static ProcessBuilder visiting(Path data) {
    return program(data, data.toString());
  }

  private static ProcessBuilder program(Path data, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FeedingProgram.class.getName()));
    command.addAll(Arrays.asList(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("killed.log").toFile());
  }

  public static void main(String[] words) throws Exception {
    Path data = Path.of(words[0]);
    if (words.length == 1) {
      PublishingWorld world = new PublishingWorld(data);
      Places places = new Places(world.journal, world.editions, data);
      new Courier(places, data, Clock.systemUTC(), Courier.Pace.USUAL, new Random(7)).round();
      return;
    }
    EditionStore store = new EditionStore(data.resolve("towns"), Slug.of(words[1]));
    Editions.Sealed sealed =
        new Editions.Sealed(store.highest(store.key()).orElseThrow(), store.key());
    Cargo cargo =
        new Cargo(
            sealed, () -> true, () -> FeedsTest.releases(store, store.key()), Clock.systemUTC());
    Upload upload =
        new Upload(Upload.Way.valueOf(words[2]), words[3], words[4], "", Optional.empty());
    new Feeds(data).bring(upload, Optional.of(words[5]), cargo, false);
  }
}
