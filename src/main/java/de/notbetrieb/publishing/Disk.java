package de.notbetrieb.publishing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Writing that survives a power cut. */
final class Disk {
  /** Whoever forces waits for the disk; it takes the words of several at once. */
  static final int AT_ONCE = 8;

  private Disk() {}

  /** A read-only file, whole on disk when this returns. */
  static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    file.toFile().setReadOnly();
  }

  /** A folder and all below it, so that their names are on disk too. */
  static void forceFolders(Path top) throws IOException {
    try (Stream<Path> all =
            Files.find(top, Integer.MAX_VALUE, (_, attributes) -> attributes.isDirectory());
        ExecutorService together = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> forced = new ArrayList<>();
      for (Path folder : all.toList()) {
        forced.add(together.submit(() -> force(folder)));
      }
      for (Future<?> one : forced) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a folder could not be forced to disk", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("forcing folders to disk was interrupted", e);
    }
  }

  private static Path force(Path folder) throws IOException {
    forceFolder(folder);
    return folder;
  }

  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
