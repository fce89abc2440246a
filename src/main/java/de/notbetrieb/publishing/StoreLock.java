package de.notbetrieb.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One at a time writes into a town's store, in this process and in others: a start that tidies up
 * must not take what another program has just staged for left over.
 */
final class StoreLock implements AutoCloseable {
  private static final ReentrantLock HERE = new ReentrantLock();
  private static final String FILE = "publishing.lock";

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else writes there. */
  static StoreLock of(Path town) {
    HERE.lock();
    try {
      Files.createDirectories(town);
      FileChannel channel =
          FileChannel.open(town.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new StoreLock(channel);
    } catch (IOException e) {
      HERE.unlock();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HERE.unlock();
    }
  }
}
