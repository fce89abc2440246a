package de.notbetrieb.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Problem;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationPartTest {
  private static final Town TOWN = RandomTowns.small(2);

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void aFileSaysWhatIsSo() {
    SituationPart part =
        read("""
                situation:
                  headline: Für einen anderen Raum
                  incident:
                    began: 2023-11-17
                    kind: {de: Schadsoftware, en: Malware}
                  systems:
                    - system: system-1
                      state: down
                      phase: isolated
                      since: 2023-11-17T07:25:00+01:00
                      staffNote: nicht anschalten
                  contacts:
                    - {contact: contact-0, state: limited, since: 2023-11-20T09:10:00+01:00, note: überlastet}
                  offices:
                    - {office: office-1, state: restricted, note: nur mit Termin, until: bis Freitag}
                  fallbacksInForce:
                    - {fallback: fallback-1, since: 2023-11-20T09:10:00+01:00}
                  overrides:
                    - {service: service-3, state: limited, sentence: Auf Papier., reason: Probe}
                  expectations:
                    - {service: service-3, range: Wochen, source: IT, since: 2023-11-20T09:10:00+01:00}
                    - {system: system-1, range: Tage, source: IT, since: 2023-11-20T09:10:00+01:00}
                """)
            .orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(part.systems().getFirst().phase()).contains(SystemStatus.Phase.ISOLATED);
    assertThat(part.of(TOWN).expected(Slug.of("service-3"))).isPresent();
    assertThat(part.of(TOWN).expected(Slug.of("system-1"))).isEmpty();
    assertThat(Derivation.of(part.of(TOWN)).service(Slug.of("service-3")).state())
        .isEqualTo(ServiceState.LIMITED);
  }

  @Test
  void everyMistakeIsShownWhereItStands() {
    Optional<SituationPart> part =
        read(
            """
            situation:
              systems:
                - {system: systen-1, state: down, since: 2023-11-17T07:25:00+01:00}
                - {system: system-2, state: kaputt, since: 2023-11-17T07:25:00+01:00}
                - {system: system-3, state: down, since: gestern}
                - {system: system-3, state: down, since: 2023-11-17T07:25:00+01:00}
              overrides:
                - {service: service-0, step: nirgends, state: limited, sentence: Ja., reason: Nein}
              expectations:
                - {range: Tage, source: IT, since: 2023-11-20T09:10:00+01:00}
            """);

    assertThat(part).isEmpty();
    assertThat(problems)
        .extracting(problem -> problem.at().line() + " " + problem.key())
        .containsExactlyInAnyOrder(
            "3 reference-dangling",
            "4 not-a-word",
            "5 not-an-instant",
            "6 id-twice",
            "8 reference-dangling",
            "10 impossible");
    assertThat(problems)
        .filteredOn(problem -> problem.at().line() == 3)
        .extracting(Problem::suggestion)
        .containsExactly("system-1");
  }

  private Optional<SituationPart> read(String yaml) {
    TownFile file = TownFile.read("town.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    Mapping part = (Mapping) file.situation().orElseThrow();
    return SituationPart.read(part, TOWN, problems);
  }
}
