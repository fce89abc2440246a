package de.notbetrieb.publishing;

import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What one edition changes, and what it takes to write just that. */
final class ChangedFiles {
  private ChangedFiles() {}

  /** The uncompressed files that the edition before does not hold under any name. */
  static List<PublicFile> of(EditionStore store, int number) {
    Sha256Sums now = Sha256Sums.parse("now", text(store, number));
    Set<String> before = new HashSet<>();
    Sha256Sums.parse("before", text(store, number - 1))
        .lines()
        .forEach(l -> before.add(l.sha256()));
    List<PublicFile> changed = new ArrayList<>();
    for (Sha256Sums.Line line : now.lines()) {
      if (before.add(line.sha256()) && !isCompressed(now, line.path())) {
        try {
          byte[] bytes = Files.readAllBytes(store.edition(number).resolve(line.path()));
          changed.add(new PublicFile(line.path(), bytes));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return changed;
  }

  private static boolean isCompressed(Sha256Sums sums, String path) {
    return (path.endsWith(".gz") || path.endsWith(".br"))
        && sums.of(path.substring(0, path.length() - 3)).isPresent();
  }

  private static String text(EditionStore store, int number) {
    try {
      return Files.readString(store.edition(number).resolve(Sha256Sums.FILE_NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds of what cannot be saved: with as many threads as the program takes, on the same disk. */
  static double once(List<PublicFile> changed, Path work, boolean forced)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createDirectory(work.resolve("once"));
    long began = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(Disk.AT_ONCE)) {
      List<Future<?>> written = new ArrayList<>();
      for (int i = 0; i < changed.size(); i++) {
        PublicFile file = changed.get(i);
        Path place = folder.resolve(String.valueOf(i));
        written.add(writers.submit(() -> write(place, file, forced)));
      }
      for (Future<?> one : written) {
        one.get();
      }
    }
    if (forced) {
      Disk.forceFolder(folder);
    }
    double took = (System.nanoTime() - began) / 1e6;
    try (var files = Files.list(folder)) {
      files.forEach(file -> file.toFile().delete());
    }
    Files.delete(folder);
    return took;
  }

  private static void write(Path place, PublicFile file, boolean forced) {
    try {
      file.line();
      put(place, file.bytes(), forced);
      for (PublicFile neighbour : Compression.neighbours(file)) {
        neighbour.line();
        String ending = neighbour.path().substring(file.path().length());
        put(place.resolveSibling(place.getFileName() + ending), neighbour.bytes(), forced);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Path place, byte[] bytes, boolean forced) throws IOException {
    if (forced) {
      Disk.force(place, bytes);
    } else {
      Files.write(place, bytes);
    }
  }
}
