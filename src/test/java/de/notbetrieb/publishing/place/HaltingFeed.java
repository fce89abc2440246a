package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program that brings an edition and is killed when everything lies beside. */
final class HaltingFeed {
  static final int KILLED = 9;
  private static final Set<String> SWITCHING = Set.of("link", "rename");

  private HaltingFeed() {}

  /**
   * Runs it to its death.
   *
   * @param step before which step of the switch it is killed, from 1
   */
  static int run(Path towns, String town, Upload upload, Optional<Path> secret, int step)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HaltingFeed.class.getName(),
                towns.toString(),
                town,
                upload.location(),
                String.valueOf(step)));
    secret.ifPresent(
        file ->
            command.addAll(
                List.of(upload.account(), upload.hostKey().orElseThrow(), file.toString())));
    File log = towns.resolve("killed.log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  public static void main(String[] words) throws Exception {
    EditionStore store = new EditionStore(Path.of(words[0]), Slug.of(words[1]));
    Cargo cargo =
        new Cargo(
            new Editions.Sealed(store.highest(store.key()).orElseThrow(), store.key()),
            () -> true,
            () -> FeedsTest.releases(store, store.key()),
            Clock.systemUTC());
    String location = words[2];
    FolderTarget target =
        location.startsWith("sftp:")
            ? SftpTarget.open(
                new Upload(Upload.Way.SFTP, location, words[4], "", Optional.of(words[5])),
                Files.readString(Path.of(words[6])))
            : new LocalTarget(Path.of(location).resolveSibling("."));
    String name = Upload.names(URI.create(location).getPath()).getLast();
    new FolderFeed(halting(target, Integer.parseInt(words[3])), name, cargo).run(false);
  }

  private static FolderTarget halting(FolderTarget target, int step) {
    int[] left = {step};
    return (FolderTarget)
        Proxy.newProxyInstance(
            FolderTarget.class.getClassLoader(),
            new Class<?>[] {FolderTarget.class},
            (_, method, arguments) -> {
              if (SWITCHING.contains(method.getName()) && --left[0] == 0) {
                Runtime.getRuntime().halt(KILLED);
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
