package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Examples;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PublicSiteTest {
  private static final RenderedSite SITE = RenderedSite.of(Examples.moessingen());

  @Test
  void startPageSaysHowToReachTheTownBeforeAnythingElse() {
    assertThat(SITE.page("index.html"))
        .containsSubsequence(
            "Das Rathaus ist offen.",
            "tel:+4930231250",
            "Freiherr-vom-Stein-Straße 20",
            "Briefkasten",
            "Geprüft:",
            "Was brauchen Sie?",
            "Oft gebraucht",
            "Läuft normal",
            "Bitte beachten",
            "Was geht, was nicht</h2>",
            "Geöffnet am",
            "Meldungen</h2>",
            "Fragen und Antworten</h2>");
  }

  @Test
  void baseFilesNameDatesAndDatedFormsSayToday() {
    assertThat(SITE.page("index.html"))
        .contains("Dienstag, 21. November 2023, 16:00 Uhr")
        .doesNotContain("heute");
    assertThat(SITE.page("index.2023-11-21.html"))
        .contains("heute, 16:00 Uhr", "morgen, Mittwoch, bis 12:00 Uhr", "Heute geöffnet");
    assertThat(SITE.page("index.2023-11-22.html")).contains("gestern, 16:00 Uhr");
    assertThat(SITE.page("orte/index.2023-11-25.html"))
        .contains("geschlossen, wieder Montag 8 bis 12 Uhr");
  }

  @Test
  void promisedWordIsLateFromItsDayOn() {
    assertThat(SITE.files.keySet())
        .contains("index.2023-11-21.html", "index.2023-11-22.html", "index.overdue.html")
        .contains("index.2023-11-22.overdue.html", "en/index.2023-12-04.overdue.html")
        .doesNotContain("index.2023-11-21.overdue.html", "index.2023-11-23.html")
        .doesNotContain("index.2023-12-05.overdue.html");
    assertThat(SITE.page("index.2023-11-22.overdue.html"))
        .contains("Eine neue Nachricht ist überfällig", "überfällig seit heute, 12:00 Uhr");
    assertThat(SITE.page("index.2023-11-22.html")).doesNotContain("überfällig");
  }

  @Test
  void deadWayInIsNamedAsDeadAndNeverLinked() {
    assertThat(SITE.page("index.html"))
        .contains("<s>rathaus@moessingen.example</s>", "gerade nicht erreichbar")
        .doesNotContain("mailto:");
  }

  @Test
  void germanWordsOnAnEnglishPageAreMarked() {
    assertThat(SITE.page("en/index.html"))
        .contains(
            "<span lang=\"de\">Wir nehmen die Anzeige an und bescheinigen das. Urkunden gibt es"
                + " später.</span> <small class=\"only\">(only in German so far)</small>");
    assertThat(SITE.page("index.html")).doesNotContain("lang=\"de\">Wir", "class=\"only\"");
  }

  @Test
  void servicePageSaysEverythingThatIsKnown() {
    assertThat(SITE.page("dienste/perso/index.html"))
        .containsSubsequence(
            "Personalausweis oder Pass beantragen",
            "gerade woanders",
            "Rufen Sie zuerst an",
            "wegen der IT-Störung",
            "bis unser Melderegister wieder läuft",
            "Wochen, nicht Tage",
            "Gemeinde Ofterdingen",
            "§ 19 Abs. 4 PassG",
            "Schritt für Schritt",
            "Kinder unter 12",
            "Bitte mitbringen",
            "030 23125-20",
            "37 Euro",
            "bar, mit Überweisung",
            "Stichtage",
            "Die echte Seite verlangt kein Geld",
            "Stand dieser Angaben: Dienstag, 21. November 2023, 16:00 Uhr");
    assertThat(SITE.page("dienste/ummelden/index.html"))
        .contains("Grundlage: § 17 BMG", "Entschieden von: Leitung Bürgerbüro");
    assertThat(SITE.page("dienste/auto/index.html"))
        .contains("Zuständig ist immer: Landratsamt Tübingen", "tel:0302312570");
  }

  @Test
  void purposeStandsOnEveryPageUnlessItIsReal() {
    assertThat(SITE.pages()).allSatisfy((path, html) -> assertThat(html).contains("emonstration:"));
    assertThat(RenderedSite.of(Examples.minimal()).pages())
        .allSatisfy((path, html) -> assertThat(html).doesNotContain("emonstration:", "Übung:"));
  }

  @Test
  void shellsHaveThePlacesThatTheEdgeFills() {
    assertThat(List.of("suche/index.html", "en/suche/index.html"))
        .allSatisfy(
            path ->
                assertThat(SITE.page(path))
                    .containsOnlyOnce("<!--notbetrieb:results-->")
                    .containsOnlyOnce("name=\"q\" value=\"\""));
    assertThat(SITE.page("editions/index.html")).containsOnlyOnce("<!--notbetrieb:results-->");
    assertThat(SITE.page("404.html")).contains("tel:+4930231250").contains("noindex");
  }

  @Test
  void headingsComeInOrderAndThereIsOneOfTheFirst() {
    assertThat(SITE.pages())
        .allSatisfy(
            (path, html) -> {
              List<Integer> levels =
                  Pattern.compile("<h([1-6])")
                      .matcher(html)
                      .results()
                      .map((MatchResult m) -> Integer.valueOf(m.group(1)))
                      .toList();
              assertThat(levels).startsWith(1).containsOnlyOnce(1);
              for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
              }
            });
  }

  @Test
  void pagesHoldNoInlineStyleAndNoInlineScript() {
    assertThat(SITE.pages())
        .allSatisfy(
            (path, html) ->
                assertThat(html)
                    .doesNotContain(" style=", "<style")
                    .doesNotContainPattern("<script>|<[a-z]+ on[a-z]+="));
  }

  @Test
  void oneServiceIsEnoughForASite() {
    RenderedSite minimal = RenderedSite.of(Examples.minimal());
    assertThat(minimal.page("index.html")).contains("Ausweis", "wird geprüft");
    assertThat(minimal.files).doesNotContainKey("en/index.html");
  }
}
