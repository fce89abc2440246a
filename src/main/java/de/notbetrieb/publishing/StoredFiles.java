package de.notbetrieb.publishing;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the newest edition in the store, by what they hold and whom they tell of. */
final class StoredFiles {
  static final StoredFiles NONE = new StoredFiles(Path.of(""), Optional.empty(), List.of());

  private final Path folder;
  private final Optional<Sha256> sums;
  private final Map<Slug, List<Stored>> byService = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  private StoredFiles(Path folder, Optional<Sha256> sums, List<Sha256Sums.Line> lines) {
    this.folder = folder;
    this.sums = sums;
    for (Sha256Sums.Line line : lines) {
      hashes.put(line.path(), line.sha256());
      paths.putIfAbsent(line.sha256(), line.path());
      Channels.serviceOf(line.path())
          .ifPresent(
              service ->
                  byService
                      .computeIfAbsent(service, _ -> new ArrayList<>())
                      .add(new Stored(line, folder.resolve(line.path()))));
    }
  }

  /**
   * The files of an edition in the store.
   *
   * @param sums its list
   */
  static StoredFiles of(Path folder, String sums) {
    List<Sha256Sums.Line> lines = Sha256Sums.parse(folder.toString(), sums).lines();
    return new StoredFiles(folder, Optional.of(Sha256.of(sums)), lines);
  }

  /**
   * A file that lies there already.
   *
   * @param line what the new edition's list says of it
   */
  record Stored(Sha256Sums.Line line, Path place) {}

  /** Whether they are the files whose list has that hash. */
  boolean are(Sha256 list) {
    return sums.equals(Optional.of(list));
  }

  /** The files that tell of one service alone, with their compressed neighbours. */
  List<Stored> of(Slug service) {
    return byService.getOrDefault(service, List.of());
  }

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
        ? Optional.of(endings.stream().map(ending -> stored(file.path(), path, ending)).toList())
        : Optional.empty();
  }

  private Stored stored(String next, String path, String ending) {
    String hash = Objects.requireNonNull(hashes.get(path + ending));
    return new Stored(new Sha256Sums.Line(hash, next + ending), folder.resolve(path + ending));
  }
}
