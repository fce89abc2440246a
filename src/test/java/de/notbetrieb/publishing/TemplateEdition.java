package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first edition of a town that says only who it is: all of it comes from the template. */
public final class TemplateEdition {
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");
  private static final String TOWN =
      """
      template: usual-german-town
      town:
        id: musterstadt
        name: Stadt Musterstadt
        publicAddress: https://musterstadt.example
        responsible: Hauptamt
      holidays:
        state: bw
      """;

  private TemplateEdition() {}

  public static Edition compose() {
    TownFile file = TownFile.read("town.yaml", TOWN.getBytes(StandardCharsets.UTF_8));
    Situation situation =
        new Situation(
            file.town().orElseThrow(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Composer(
            situation,
            new Newsroom(Optional.empty(), List.of(), List.of(), List.of(), List.of()),
            Translations.none(),
            Purpose.DEMONSTRATION,
            Optional.empty())
        .compose(
            AS_OF,
            Optional.empty(),
            new Composer.Place(1, Optional.empty()),
            Optional.empty(),
            Set.of());
  }
}
