package de.notbetrieb.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a copy of an edition that must not exist, so that people can find out why it does. */
final class Evidence {
  private static final int MAX_FILES = 5000;

  private Evidence() {}

  /** Copies a folder to {@code evidence/<number>-<hash>}, once; tells what hindered it. */
  static String keep(Path folder, Path evidence, int number, String sums) {
    return keep(folder, evidence.resolve(number + "-" + sums.substring(0, 16)));
  }

  /** Copies a folder to that place, once; tells what hindered it. */
  static String keep(Path folder, Path place) {
    if (Files.exists(place)) {
      return "";
    }
    try {
      Path evidence = place.resolveSibling(".").normalize();
      Files.createDirectories(evidence);
      Path half = Files.createTempDirectory(evidence, ".copying-");
      try {
        copy(folder, half);
        Files.move(half, place);
      } finally {
        Incoming.delete(half); // a full disk must not get fuller with every look
      }
      return "";
    } catch (FileAlreadyExistsException e) {
      return "";
    } catch (IOException | UncheckedIOException e) {
      return " (no copy could be kept in evidence)";
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> plain =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              // the list, its signature and the facts lie outermost
              .sorted(Comparator.comparingInt(Path::getNameCount))
              .limit(MAX_FILES)
              .toList();
      for (Path file : plain) {
        Path target = to.resolve(from.relativize(file).toString());
        if (target.getParent() != null) {
          Files.createDirectories(target.getParent());
        }
        Files.copy(file, target);
      }
    }
  }
}
