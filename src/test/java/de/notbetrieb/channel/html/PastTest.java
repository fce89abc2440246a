package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.Varied;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages tell what was: of a service, of editions, since a reader last looked. */
class PastTest {
  private static final Edition EDITION = Examples.moessingen();

  @Test
  void aServicesPageTellsItsStatesInTheirOrder() {
    String page = text(EDITION, "dienste/perso/index.html");
    String history = page.substring(page.indexOf("history_"), page.lastIndexOf("said_\">"));
    assertThat(history.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains(
            "17. November 2023 ? wird geprüft 20. November 2023 ✕ geht gerade nicht"
                + " 21. November 2023 ➜ gerade woanders");
  }

  @Test
  void aServicesPageTellsWhatWasSaidOfHowLongItTakesAndWhatCameOfIt() {
    String page = text(EDITION, "dienste/perso/index.html");
    assertThat(page)
        .contains("Am 21. November 2023 sagten wir:", "Wochen, nicht Tage", "Krisenstab")
        .contains("Genannt waren die Tage vom 5. Dezember 2023 bis zum 31. Januar 2024.")
        .contains("Das gilt noch.", "Am 18. November 2023 sagten wir:", "einige Tage")
        .contains("Am 21. November 2023 haben wir etwas anderes gesagt.");
  }

  @Test
  void whoReadAnEarlierEditionSeesWhatIsNewAndWhoReadThisOneThatNothingIs() {
    String since = text(EDITION, "seit/5/index.html");
    assertThat(since)
        .contains("Neu seit Ausgabe 5", "Es gilt Ausgabe 7", "dienste/perso/", "geht gerade nicht")
        .contains("Die ersten Sätze der Startseite sind neu.", "orte/#rathaus")
        .contains("Weitere Änderungen, die hier nicht mehr stehen: 1");
    assertThat(text(EDITION, "seit/7/index.html"))
        .contains("Seitdem hat sich nichts geändert.", "Merken Sie sich die Adresse");
    assertThat(text(EDITION, "index.html")).contains("href=\"seit/6/\"", "href=\"seit/7/\"");
  }

  @Test
  void theListOfEditionsNamesWhatEachChanged() {
    assertThat(text(EDITION, "editions/index.html"))
        .contains("id=\"ausgabe-7\"", "<!--notbetrieb:edition:7-->", "Nichts geändert. Noch einmal")
        .contains("Weitere Änderungen: 3");
  }

  @Test
  void whatCameBackInTheLastSevenDaysStandsOnTheStartPageAndNothingElse() {
    assertThat(text(EDITION, "index.html")).doesNotContain("Wieder da");
    String page = text(back(6), "index.html");
    assertThat(page).contains("Wieder da", "seit Mittwoch, 15. November");
    assertThat(text(back(7), "index.html")).doesNotContain("Wieder da");
  }

  private static Edition back(int days) {
    PublicService perso = EDITION.services().getFirst();
    List<StateSince> states =
        List.of(
            new StateSince(ServiceState.AVAILABLE, Examples.AS_OF.minusDays(days)),
            new StateSince(ServiceState.UNAVAILABLE, Examples.AS_OF.minusDays(30)));
    return Varied.with(
        EDITION, List.of(Varied.inState(perso, ServiceState.AVAILABLE).with(states)));
  }

  /** Whatever an edition remembers, the pages agree with it. */
  @Test
  void sinceTheNewestEditionNothingIsNewAndFurtherBackNeverLess() {
    for (long seed = 0; seed < 30; seed++) {
      Edition edition = RandomEditions.full(seed, words -> words);
      List<Since> all = Since.of(edition);
      assertThat(all).hasSizeLessThanOrEqualTo(Since.PAGES);
      assertThat(all.getLast().known()).isEqualTo(edition.course().getLast());
      for (Since since : all) {
        int later = since.known().number();
        assertThat(since.isNothing())
            .isEqualTo(
                edition.course().stream()
                        .filter(stand -> stand.number() > later)
                        .allMatch(stand -> stand.isUnchanged())
                    && since.services().isEmpty());
      }
    }
  }

  private static String text(Edition edition, String path) {
    return new String(
        RenderedSite.of(edition).files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }
}
