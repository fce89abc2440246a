package de.notbetrieb.town.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A town file with mistakes: all are shown at once, each where it stands. */
class TownFileTest {
  @Test
  void fifteenMistakesGetFifteenLocatedMessages() throws IOException {
    TownFile file = TownFile.read("fifteen-mistakes.yaml", bytes("/towns/fifteen-mistakes.yaml"));

    assertThat(file.town()).isEmpty();
    assertThat(file.problems())
        .extracting(problem -> problem.at().line() + " " + problem.key())
        .containsExactly(
            "5 not-an-ags",
            "6 not-an-address",
            "7 not-an-iban",
            "9 key-unknown",
            "10 not-a-language",
            "13 german-missing",
            "14 not-hours",
            "16 not-a-date",
            "19 not-a-word",
            "22 reference-dangling",
            "26 not-a-phone-number",
            "32 cycle",
            "38 id-twice",
            "40 key-missing",
            "42 promise-undecided");
    assertThat(file.problems()).extracting(Problem::suggestion).contains("rathaus", "phone");
    assertThat(file.problems()).allMatch(problem -> problem.at().column() > 1);
  }

  @Test
  void aGoodFileHasNoMistakes() throws IOException {
    assertThat(TownFile.read("musterstadt.yaml", bytes("/towns/musterstadt.yaml")).problems())
        .isEmpty();
  }

  @Test
  void anIdThatWasOnceGivenIsNotGivenAgain() {
    assertThat(
            read(
                """
                systems:
                  - {id: netz, name: Netz, kind: network}
                  - {id: netz-neu, name: Netz, kind: network, formerly: [netz]}
                """))
        .extracting(Problem::key)
        .contains("id-reused");
  }

  @Test
  void aPlaceThatTheBoardCouldNotShowIsAMistakeInTheFile() {
    assertThat(
            read(
                """
                places:
                  - {id: neu, sort: door, name: Tür}
                  - {id: tape, sort: tape, name: %s}
                  - {id: site, sort: webBlock, name: Seite, address: "https://a:b@stadt.example/"}
                  - {id: page, sort: webBlock, name: Seite, address: "ftp://stadt.example/"}
                  - {id: wand, sort: wand, name: Wand}
                  - {id: wand, sort: door, name: Wand, password: geheim}
                """
                    .formatted("T".repeat(121))))
        .extracting(problem -> problem.at().line() + " " + problem.key())
        .contains(
            "2 not-an-id",
            "3 too-long",
            "4 not-an-address",
            "5 not-an-address",
            "6 not-a-word",
            "7 id-twice",
            "7 key-unknown");
  }

  @Test
  void aReferenceIsFollowedEvenWhenTheEntryHasOtherMistakes() {
    assertThat(read("systems:\n  - {id: netz, nam: Netz, needs: [strom]}\n"))
        .extracting(Problem::key)
        .contains("key-unknown", "key-missing", "reference-dangling");
  }

  @Test
  void aTextWithoutEnglishIsAskedForWhenTheTownSpeaksIt() {
    assertThat(warnings("languages: [de, en]\nunits:\n  - {id: amt, name: Amt}\n"))
        .containsExactly("3 english-missing");
    assertThat(warnings("languages: [de]\nunits:\n  - {id: amt, name: Amt}\n")).isEmpty();
  }

  @Test
  void aSentenceThatGrantsSomethingIsAskedForItsGround() {
    String fallback =
        """
        fallbacks:
          - id: papier
            sentence: Die Frist wird verlängert.
        """;

    assertThat(warnings(fallback)).containsExactly("3 grants");
    assertThat(warnings(fallback + "    promise: {ground: § 31 VwVfG, decider: Bürgermeister}\n"))
        .isEmpty();
  }

  @Test
  void feesPapersAndReasonsOfSystemsAreAskedForTheirGroundToo() {
    assertThat(
            warnings(
                """
                systems:
                  - id: netz
                    publicReason: Fristen werden verlängert.
                services:
                  - id: pass
                    fee: Kostenlos.
                    papers: [Ausweis, Der alte Pass gilt weiter.]
                """))
        .containsExactlyInAnyOrder("3 grants", "6 grants", "7 grants");
  }

  @Test
  void aKeyOfTheCatalogueMustHaveItsRow() {
    assertThat(read("services:\n  - {id: perso, leikaKey: \"99008001012009\"}\n"))
        .filteredOn(problem -> problem.key().equals("leika-unknown"))
        .extracting(Problem::suggestion)
        .containsExactly("99008001012000");
  }

  private static java.util.List<String> warnings(String yaml) {
    return read(yaml).stream()
        .filter(problem -> !problem.isError())
        .map(problem -> problem.at().line() + " " + problem.key())
        .toList();
  }

  private static java.util.List<Problem> read(String yaml) {
    return TownFile.read("town.yaml", yaml.getBytes(StandardCharsets.UTF_8)).problems();
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = TownFileTest.class.getResourceAsStream(resource)) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }
}
