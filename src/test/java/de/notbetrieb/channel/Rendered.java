package de.notbetrieb.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one channel, by path. */
public record Rendered(Map<String, byte[]> files) {
  public static Rendered of(Channel channel, Edition edition) {
    Map<String, byte[]> files = new TreeMap<>();
    for (PublicFile file : channel.render(edition)) {
      if (files.put(file.path(), file.bytes()) != null) {
        throw new AssertionError("two files " + file.path());
      }
    }
    return new Rendered(files);
  }

  public byte[] bytes(String path) {
    return Optional.ofNullable(files.get(path)).orElseThrow(() -> new AssertionError(path));
  }

  public String text(String path) {
    return new String(bytes(path), UTF_8);
  }

  /** A vector: what the example edition has to become. */
  public static String vector(String name) {
    try (InputStream in = Rendered.class.getResourceAsStream("/channel/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
