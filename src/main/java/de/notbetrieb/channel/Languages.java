package de.notbetrieb.channel;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;

/** The languages in which an edition is told: German always, since it is the original, then those of the edition. */
public final class Languages {
  private Languages() {}

  public static List<Language> of(Edition edition) {
    return Arrays.stream(Language.values())
        .filter(l -> l == Language.DE || edition.languages().contains(l))
        .toList();
  }
}
