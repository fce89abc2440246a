package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Which edge this is: two that name the same version behave the same. The application compares it
 * with what a running edge says at {@code /healthz}.
 */
public final class EdgeVersion {
  private static final Class<?>[] PARTS = {
    Connection.class,
    Router.class,
    Site.class,
    Pages.class,
    Head.class,
    RequestReader.class,
    TownFollower.class,
    Talk.class,
    SearchPages.class,
    SearchWords.class,
    SearchResults.class,
    SearchIndex.class,
    SearchPhrases.class,
    SearchTally.class,
    SearchVocabulary.class,
    SearchLikeness.class,
    SearchFolding.class,
    EditionPackage.class,
    Sha256Sums.class
  };

  private EdgeVersion() {}

  public static String current() {
    String release =
        Optional.ofNullable(EdgeVersion.class.getPackage().getImplementationVersion())
            .orElse("development");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Class<?> part : PARTS) {
      try (InputStream in =
          Optional.ofNullable(part.getResourceAsStream(part.getSimpleName() + ".class"))
              .orElseThrow()) {
        in.transferTo(all);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return release + "+" + Sha256.of(all.toByteArray()).hex().substring(0, 12);
  }
}
