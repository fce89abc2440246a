package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this machine, or of a drive that it has mounted. */
final class LocalTarget implements FolderTarget {
  private final Path above;

  LocalTarget(Path above) {
    this.above = above;
  }

  @Override
  public Entry look(String name) throws IOException {
    Path path = above.resolve(name);
    if (Files.isSymbolicLink(path)) {
      return new Entry.Link(Files.readSymbolicLink(path).toString());
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return new Entry.Folder();
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? new Entry.Plain() : new Entry.Absent();
  }

  @Override
  public List<String> beside() throws IOException {
    try (Stream<Path> entries = Files.list(above)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  @Override
  public Map<String, Long> files(String folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    Path top = above.resolve(folder);
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(top.relativize(file).toString().replace('\\', '/'), attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  @Override
  public Optional<byte[]> read(String path, int mostBytes) throws IOException {
    Path file = above.resolve(path);
    if (!Files.isRegularFile(file) || Files.size(file) > mostBytes) {
      return Optional.empty();
    }
    return Optional.of(Files.readAllBytes(file));
  }

  @Override
  public void makeFolder(String path) throws IOException {
    Files.createDirectories(above.resolve(path));
  }

  /** A new file under the name: one that others still link to stays as it is. */
  @Override
  public void write(String path, byte[] bytes) throws IOException {
    Path file = above.resolve(path);
    Files.deleteIfExists(file);
    Files.write(file, bytes);
  }

  @Override
  public boolean again(String from, String to) throws IOException {
    try {
      Files.deleteIfExists(above.resolve(to));
      Files.createLink(above.resolve(to), above.resolve(from));
      return true;
    } catch (UnsupportedOperationException | FileSystemException e) {
      return false;
    }
  }

  @Override
  public boolean link(String name, String to) throws IOException {
    try {
      Files.createSymbolicLink(above.resolve(name), Path.of(to));
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Path target = above.resolve(to);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.move(above.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void remove(String name) throws IOException {
    Files.walkFileTree(
        above.resolve(name),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {}
}
