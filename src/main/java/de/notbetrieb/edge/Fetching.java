package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the parts of a town's store from a source, file by file; checks nothing but single files. */
record Fetching(Source source) {
  private static final int MOST_KEY_CHANGES = 100;

  /** Whether the source has such a file; then it lies there now. */
  boolean mayFetch(String path, Path target) throws IOException {
    int status = source.fetch(path, target);
    if (status != 200 && status != 404) {
      throw new IOException("the source answers with status " + status + " for " + path);
    }
    return status == 200;
  }

  void fetch(String path, Path target) throws IOException {
    if (!mayFetch(path, target)) {
      throw new IOException("the source has no " + path);
    }
  }

  /** A small file, into memory. */
  byte[] small(String path) throws IOException {
    var answer = source.get(path, "");
    if (answer.statusCode() != 200) {
      throw new IOException("the source does not give " + path);
    }
    return answer.body();
  }

  /** The town's key, and the changes that led to it. */
  void keys(Path folder) throws IOException {
    fetch("minisign.pub", folder.resolve("minisign.pub"));
    for (int change = 1; change <= MOST_KEY_CHANGES; change++) {
      String name = KeyChange.fileName(change);
      if (!mayFetch(name, folder.resolve(name))) {
        return;
      }
    }
  }

  /** All files of a list; what the newest edition here holds already is linked. */
  void files(Sha256Sums sums, EditionStore here, Path place) throws IOException {
    Map<String, Path> known = known(here);
    for (Sha256Sums.Line line : sums.lines()) {
      Path target = place.resolve(line.path());
      Optional<Path> same =
          Optional.ofNullable(known.get(line.sha256())).filter(old -> isWhole(line, old));
      if (same.isPresent()) {
        link(target, same.get());
      } else {
        fetch(line.path(), target);
        sums.check(line.path(), Files.readAllBytes(target));
      }
    }
  }

  private static boolean isWhole(Sha256Sums.Line line, Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file)).hex().equals(line.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, Path> known(EditionStore here) throws IOException {
    Map<String, Path> known = new HashMap<>();
    List<Integer> numbers = here.numbers().stream().filter(n -> !here.isWithdrawn(n)).toList();
    if (!numbers.isEmpty()) {
      Path before = here.edition(numbers.getLast());
      String list = Files.readString(before.resolve(Sha256Sums.FILE_NAME));
      Sha256Sums.parse(Sha256Sums.FILE_NAME, list)
          .lines()
          .forEach(line -> known.put(line.sha256(), before.resolve(line.path())));
    }
    return known;
  }

  private static void link(Path target, Path same) throws IOException {
    try {
      Files.createDirectories(target.resolveSibling("."));
      try {
        Files.createLink(target, same);
      } catch (FileSystemException | UnsupportedOperationException e) {
        Files.copy(same, target);
      }
    } catch (IOException e) {
      throw new NotWritten(target, e);
    }
  }
}
