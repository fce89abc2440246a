package de.notbetrieb.publishing;

import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Sha256Sums;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the newest edition in the store, by what they hold. */
final class StoredFiles {
  static final StoredFiles NONE = new StoredFiles(Path.of(""), List.of());

  private final Path folder;
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  StoredFiles(Path folder, List<Sha256Sums.Line> lines) {
    this.folder = folder;
    for (Sha256Sums.Line line : lines) {
      hashes.put(line.path(), line.sha256());
      paths.putIfAbsent(line.sha256(), line.path());
    }
  }

  /**
   * A file that lies there already.
   *
   * @param ending what its path has after that of the file it belongs to: nothing, .gz or .br
   */
  record Stored(String ending, String sha256, Path place) {}

  /** The same file and its compressed neighbours, if all of them lie there. */
  Optional<List<Stored>> find(PublicFile file, String sha256) {
    String path = paths.get(sha256);
    if (path == null) {
      return Optional.empty();
    }
    List<String> endings =
        Compression.isWorthIt(file)
            ? List.of("", Compression.GZIP, Compression.BROTLI)
            : List.of("");
    return endings.stream().allMatch(ending -> hashes.containsKey(path + ending))
        ? Optional.of(endings.stream().map(ending -> stored(path, ending)).toList())
        : Optional.empty();
  }

  private Stored stored(String path, String ending) {
    String hash = Objects.requireNonNull(hashes.get(path + ending));
    return new Stored(ending, hash, folder.resolve(path + ending));
  }
}
