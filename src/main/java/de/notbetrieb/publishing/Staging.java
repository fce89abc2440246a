package de.notbetrieb.publishing;

import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Writes an edition's files into their staged folder while more of them are rendered. What the
 * edition before holds already becomes a link, with its compressed neighbours: a new edition costs
 * what it changes.
 */
final class Staging implements AutoCloseable {
  /** Files that are rendered and not yet written: a bound on memory. */
  private static final int MOST_WAITING = 64;

  private final Path folder;
  private final StoredFiles before;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final Set<Path> forced = ConcurrentHashMap.newKeySet();
  private final Queue<Future<List<Sha256Sums.Line>>> written = new ConcurrentLinkedQueue<>();
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          Math.max(Disk.AT_ONCE, Runtime.getRuntime().availableProcessors()),
          Thread.ofPlatform().name("staging-", 0).daemon().factory());

  Staging(Path folder, StoredFiles before) {
    this.folder = folder;
    this.before = before;
  }

  /** Takes a file over, from whichever thread; waits when the disk is slower than the rendering. */
  void take(PublicFile file) {
    places.acquireUninterruptibly();
    written.add(
        writers.submit(
            () -> {
              try {
                return write(file);
              } finally {
                places.release();
              }
            }));
  }

  /**
   * Takes over what the edition before holds, unread, and forces its folders to disk.
   *
   * @param same all files of their folders
   */
  void takeOver(List<StoredFiles.Stored> same) {
    written.add(
        writers.submit(
            () -> {
              Set<Path> own = new HashSet<>();
              for (StoredFiles.Stored stored : same) {
                own.add(makeFolder(stored.line().path()));
              }
              List<Sha256Sums.Line> lines = link(same);
              for (Path each : own) {
                force(each);
              }
              return lines;
            }));
  }

  /** Waits until the last file and all folders are on disk; returns the list of the files. */
  Sha256Sums finish() throws IOException {
    List<Sha256Sums.Line> lines = new ArrayList<>();
    for (Future<List<Sha256Sums.Line>> files : written) {
      lines.addAll(done(files));
    }
    List<Future<Path>> rest = new ArrayList<>();
    for (Path each : folders) {
      if (!forced.contains(each)) {
        rest.add(writers.submit(() -> force(each)));
      }
    }
    for (Future<Path> each : rest) {
      done(each);
    }
    return Sha256Sums.of(lines);
  }

  private static <T> T done(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Damage damage) {
        throw damage;
      }
      throw new IOException("a file could not be staged", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("staging was interrupted", e);
    }
  }

  private Path force(Path each) throws IOException {
    Disk.forceFolder(each);
    forced.add(each);
    return each;
  }

  private List<Sha256Sums.Line> write(PublicFile file) throws IOException {
    makeFolder(file.path());
    Sha256Sums.Line line = file.line();
    Optional<List<StoredFiles.Stored>> same = before.find(file, line.sha256());
    if (same.isPresent()) {
      return link(same.get());
    }
    List<Sha256Sums.Line> lines = new ArrayList<>();
    Disk.force(folder.resolve(file.path()), file.bytes());
    lines.add(line);
    for (PublicFile neighbour : Compression.neighbours(file)) {
      Disk.force(folder.resolve(neighbour.path()), neighbour.bytes());
      lines.add(neighbour.line());
    }
    return lines;
  }

  private List<Sha256Sums.Line> link(List<StoredFiles.Stored> same) throws IOException {
    for (StoredFiles.Stored stored : same) {
      link(stored);
    }
    return same.stream().map(StoredFiles.Stored::line).toList();
  }

  /** Copied where the file system refuses a link. */
  private void link(StoredFiles.Stored stored) throws IOException {
    Sha256Sums.Line line = stored.line();
    Path target = folder.resolve(line.path());
    try {
      Files.createLink(target, stored.place());
    } catch (IOException | UnsupportedOperationException e) {
      byte[] bytes = Files.readAllBytes(stored.place());
      String found = Sha256.of(bytes).hex();
      if (!found.equals(line.sha256())) {
        throw new Damage(stored.place().toString(), "SHA-256 " + line.sha256(), found, e);
      }
      Disk.force(target, bytes);
    }
  }

  /** The folder of a file, with those above it. */
  private Path makeFolder(String path) throws IOException {
    Path parent = folder.resolve(path).resolveSibling(".").normalize();
    if (!folders.contains(parent)) {
      Files.createDirectories(parent);
      Path each = parent;
      while (folders.add(each) && !each.equals(folder)) {
        each = each.resolveSibling(".").normalize();
      }
    }
    return parent;
  }

  @Override
  public void close() {
    writers.shutdownNow();
    writers.close();
  }
}
