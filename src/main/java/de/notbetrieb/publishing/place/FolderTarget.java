package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Somewhere that has folders, seen from the folder above the one that people read. Names are plain
 * and relative. What is thrown leaves everything as it was before the act, as far as the other side
 * does.
 */
interface FolderTarget extends AutoCloseable {
  /** What lies under a name. */
  sealed interface Entry {
    /** Nothing. */
    record Absent() implements Entry {}

    /** A file. */
    record Plain() implements Entry {}

    /** A real folder. */
    record Folder() implements Entry {}

    /** A name that stands for another beside it. */
    record Link(String to) implements Entry {}
  }

  Entry look(String name) throws IOException;

  /** The names directly in the folder above. */
  Iterable<String> beside() throws IOException;

  /** Every file below a folder and its size, by path from there. */
  Map<String, Long> files(String folder) throws IOException;

  /** A small file; empty when there is none. */
  Optional<byte[]> read(String path, int mostBytes) throws IOException;

  /** Makes a folder; one that is there already is fine. */
  void makeFolder(String path) throws IOException;

  void write(String path, byte[] bytes) throws IOException;

  /** The same file once more without sending it; false when the other side cannot. */
  boolean again(String from, String to) throws IOException;

  /** A name that stands for another beside it; false when the other side cannot. */
  boolean link(String name, String to) throws IOException;

  /** In one step; {@code to} is absent, or both are links. */
  void rename(String from, String to) throws IOException;

  /** A folder with everything in it, or a link. */
  void remove(String name) throws IOException;

  @Override
  void close() throws IOException;
}
