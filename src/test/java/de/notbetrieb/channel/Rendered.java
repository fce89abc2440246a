package de.notbetrieb.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one channel, by path. */
public record Rendered(Map<String, byte[]> files) {
  public static Rendered of(Channel channel, Edition edition) {
    Map<String, byte[]> files = new TreeMap<>();
    channel.renderAll(
        edition,
        file -> {
          if (files.put(file.path(), file.bytes()) != null) {
            throw new AssertionError("two files " + file.path());
          }
        });
    return new Rendered(files);
  }

  public byte[] bytes(String path) {
    return Optional.ofNullable(files.get(path)).orElseThrow(() -> new AssertionError(path));
  }

  public String text(String path) {
    return new String(bytes(path), UTF_8);
  }

  /** The file becomes exactly the vector; what it is now lies in target/vectors. */
  public void isVector(String path) {
    String name = path.replace('/', '-');
    try {
      Files.createDirectories(Path.of("target", "vectors"));
      Files.write(Path.of("target", "vectors", name), bytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(text(path))
        .as("the present bytes lie in target/vectors/" + name)
        .isEqualTo(vector(name));
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
