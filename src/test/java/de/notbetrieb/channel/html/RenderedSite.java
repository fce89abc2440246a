package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The files of a site, by their path. */
final class RenderedSite {
  final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> read = new HashMap<>();

  private RenderedSite() {}

  static RenderedSite of(Edition edition) {
    RenderedSite site = new RenderedSite();
    new PublicSite().renderAll(edition, site::add);
    return site;
  }

  /** The same with the files of every other channel. */
  static RenderedSite withEveryChannel(Edition edition) {
    RenderedSite site = new RenderedSite();
    Channels.render(edition, site::add);
    return site;
  }

  private void add(PublicFile file) {
    assertThat(files.put(file.path(), file.bytes())).as(file.path()).isNull();
  }

  String page(String path) {
    assertThat(files).containsKey(path);
    return read.computeIfAbsent(
        path, _ -> new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8));
  }

  /** Every page by its path; the block for the old web site is a piece of one. */
  Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    files.keySet().stream()
        .filter(path -> path.endsWith(".html") && !path.endsWith("cms.html"))
        .forEach(path -> pages.put(path, page(path)));
    return pages;
  }

  void writeTo(Path folder) {
    files.forEach(
        (path, bytes) -> {
          try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
