package de.notbetrieb.publishing.place;

import de.notbetrieb.channel.posts.PostsFile;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.town.PreparedPlace;
import java.util.List;

/** What people put up by hand, chosen from the files of the edition itself. */
final class HandFed {
  private HandFed() {}

  /** Files for a sort of place that this edition has, the most fitting first. */
  static List<String> files(PreparedPlace.Sort sort, EditionPackage edition) {
    List<String> wanted =
        switch (sort) {
          case WEB_BLOCK -> List.of("cms\\.html", "edition\\.txt");
          case TAPE -> List.of("ansage\\.txt");
          case DOOR -> List.of("(plakat|aushang)[^/]*\\.pdf", "telefon\\.pdf");
          case SOCIAL -> hasPosts(edition) ? List.of() : List.of("kurz\\.txt", "bild\\.png");
          case GAZETTE -> List.of("amtsblatt\\.txt", "presse\\.txt");
          case PARTNER -> List.of("cms\\.html", "kurz\\.txt", "presse\\.txt");
          case OWN_SITE, MIRROR, UPLOAD -> List.of();
        };
    return wanted.stream()
        .flatMap(
            form ->
                edition.sums().lines().stream()
                    .map(Sha256Sums.Line::path)
                    .filter(path -> path.matches(form)))
        .toList();
  }

  /** They are offered one by one, with their pictures; older editions have none. */
  private static boolean hasPosts(EditionPackage edition) {
    return edition.sums().of(PostsFile.PATH).isPresent();
  }
}
