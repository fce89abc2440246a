package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;

/** The languages of a site: German always, since it is the original, then those of the edition. */
final class Languages {
  private Languages() {}

  static List<Language> of(Edition edition) {
    return Arrays.stream(Language.values())
        .filter(l -> l == Language.DE || edition.languages().contains(l))
        .toList();
  }
}
