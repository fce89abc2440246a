package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.platform.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The search of a town that stands on the template. */
class SearchTest {
  private static SearchedTown town;

  @BeforeAll
  static void compose() {
    town = new SearchedTown();
  }

  @Test
  void whatResidentsTypeLeadsToWhatTheyNeed() {
    assertThat(SearchQueries.mean(SearchQueries.Query::isAnswerable, town::find))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void soDoesWhatWasWrittenBeforeAnybodySawTheWords() {
    assertThat(
            SearchQueries.mean(
                query -> query.isAnswerable() && query.written().equals("before"), town::find))
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void mostOfWhatNobodyAnswersIsSaidToBeNothing() {
    assertThat(SearchQueries.mean(query -> !query.isAnswerable(), town::find))
        .isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @CsvSource({
    "opa gestorben, sterbefall-anzeigen",
    "PERSONALAUSWEIS, personalausweis",
    "personalausweiss, personalausweis",
    "buecherei, buecherei",
    "Bucherei, buecherei",
    "führungszeugniss, fuehrungszeugnis",
    "fuehrungs zeugnis, fuehrungszeugnis",
    "strassenlampe, strassenschaden",
    "stromausfal, strom-stoerung",
    "autoanmeldung, kfz-anmelden",
    "birth certifcate, geburtsurkunde"
  })
  void caseUmlautsSlipsAndCompoundsDoNotMatter(String question, String service) {
    assertThat(town.find(question, "de")).first().isEqualTo(service);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguagesPageFindsTheWordsOfAllOthers(Language language) {
    assertThat(town.find("lost passport", language.code())).first().isEqualTo("ausweis-verloren");
    assertThat(town.find("паспорт", language.code())).first().isEqualTo("reisepass");
    assertThat(town.find("pasaport", language.code())).first().isEqualTo("reisepass");
    assertThat(town.find("جواز السفر", language.code())).first().isEqualTo("reisepass");
  }

  @Test
  void aWordOfAnotherLanguageIsNamedAsSuch() {
    assertThat(SearchResults.of(town.pages, "dowód osobisty", "en"))
        .contains("Apply for an identity card")
        .contains("Search word: Polski");
    assertThat(SearchResults.of(town.pages, "passport", "en")).doesNotContain("Search word");
  }

  @Test
  void nothingIsFoundForNothing() {
    assertThat(Stream.of("", " ", "?!", "xqzt", "\u0000").flatMap(q -> town.find(q, "de").stream()))
        .isEmpty();
  }

  @Test
  void theScriptOfAPlainHostRanksInTheSameWay(@TempDir Path folder) throws IOException {
    List<List<String>> asked = new ArrayList<>();
    SearchQueries.all().forEach(query -> asked.add(List.of(query.language(), query.words())));
    SearchQuestions soup = new SearchQuestions(7);
    for (int i = 0; i < 300; i++) {
      // standard input is UTF-8, which knows no half characters
      asked.add(List.of("en", soup.next().replaceAll("\\p{Cs}", "")));
    }
    Path words = Files.write(folder.resolve("words.json"), town.words);

    String found =
        Commands.run(
            JsonMapper.shared().writeValueAsBytes(asked),
            "node",
            "src/test/node/search.mjs",
            "src/main/resources/site/suche.js",
            words.toString());

    assertThat(found.lines().toList())
        .isEqualTo(asked.stream().map(one -> hits(one.get(0), one.get(1))).toList());
  }

  private static String hits(String language, String question) {
    StringBuilder hits = new StringBuilder();
    for (SearchIndex.Hit hit : town.pages.index().find(question, language)) {
      hits.append(hits.isEmpty() ? "" : " ").append(hit.entry()).append(':');
      hits.append(hit.language()).append(':').append(Math.round(hit.score() * 1e6));
    }
    return hits.toString();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void noQuestionIsTooStrange() {
    SearchQuestions soup = new SearchQuestions(4);
    long longest = 0;
    for (int i = 0; i < 10_000; i++) {
      String question = soup.next();
      long began = System.nanoTime();
      assertThat(SearchResults.of(town.pages, question, "de")).startsWith("<h2>");
      longest = i < 1000 ? 0 : Math.max(longest, System.nanoTime() - began);
    }
    assertThat(TimeUnit.NANOSECONDS.toMillis(longest)).as("the slowest, warm").isLessThan(500);
  }

  @Test
  void aFileThatCannotBeReadFindsNothingAndHarmsNobody() {
    SearchPages pages = SearchPages.words("{".getBytes(StandardCharsets.UTF_8));
    pages.show("suche/index.json", "[".getBytes(StandardCharsets.UTF_8));
    assertThat(pages.find("pass", "de")).isEmpty();
  }

  @Test
  void theFileOfAnEarlierVersionIsStillSearched() {
    byte[] first =
        """
        [{"address":"../dienste/reisepass/","title":"Reisepass beantragen","state":"geht anders",
        "sentence":"Mit Termin.","words":"Reisepass beantragen Pass passport"}]"""
            .getBytes(StandardCharsets.UTF_8);
    SearchPages pages = SearchPages.firstForm(Map.of("suche/index.json", first));
    pages.show("suche/index.json", first);

    assertThat(SearchResults.of(pages, "passport", "de"))
        .contains("../dienste/reisepass/", "geht anders", "Mit Termin.");
  }
}
