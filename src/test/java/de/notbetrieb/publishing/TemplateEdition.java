package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    return compose(TOWN, List.of());
  }

  /** With half of its services and no network, told in every language. */
  public static Edition inEveryLanguage() {
    String codes =
        Arrays.stream(Language.values()).map(Language::code).collect(Collectors.joining(", "));
    Edition all =
        compose(
            TOWN + "languages: [" + codes + "]\n",
            List.of(
                new SystemStatus(
                    Slug.of("netz"), SystemState.DOWN, Optional.empty(), AS_OF, Optional.empty())));
    return new Edition(
        all.number(),
        all.purpose(),
        all.asOf(),
        all.confirmedAt(),
        Optional.of(AS_OF.plusHours(20)),
        all.previous(),
        all.town(),
        all.languages(),
        all.headline(),
        all.lead(),
        all.contacts(),
        all.offices(),
        all.units(),
        all.lifeSituations(),
        all.services().subList(0, 6),
        all.notices(),
        all.runningNormally(),
        all.updates(),
        all.answers(),
        all.course());
  }

  private static Edition compose(String town, List<SystemStatus> systems) {
    TownFile file = TownFile.read("town.yaml", town.getBytes(StandardCharsets.UTF_8));
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
