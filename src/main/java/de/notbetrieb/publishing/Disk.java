package de.notbetrieb.publishing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Writing that survives a power cut. */
final class Disk {
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
    try (Stream<Path> all = Files.walk(top)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        forceFolder(folder);
      }
    }
  }

  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
