package de.notbetrieb.channel.html;

import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The files that every site brings along, so that no page asks another server for anything. */
final class Assets {
  private static final List<PublicFile> ALL =
      List.of(
          of("site/site.css", "site.css"),
          of("site/zeit.js", "zeit.js"),
          of("site/sprache.js", "sprache.js"),
          of("site/suche.js", "suche.js"),
          of("site/favicon.svg", "favicon.svg"),
          of("site/fira-sans-OFL.txt", "fira-sans-OFL.txt"),
          of("site/vazirmatn-OFL.txt", "vazirmatn-OFL.txt"),
          font("fira-sans-400"),
          font("fira-sans-600"),
          font("fira-sans-cyrillic-400"),
          font("fira-sans-cyrillic-600"),
          font("vazirmatn-400"),
          font("vazirmatn-600"));

  private Assets() {}

  static List<PublicFile> files() {
    return ALL;
  }

  private static PublicFile font(String name) {
    return of("site/" + name + ".woff2", name + ".woff2");
  }

  private static PublicFile of(String resource, String name) {
    try (InputStream in =
        Optional.ofNullable(Assets.class.getClassLoader().getResourceAsStream(resource))
            .orElseThrow(() -> new IllegalStateException("not built in: " + resource))) {
      return new PublicFile("assets/" + name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
