package de.notbetrieb.channel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.Varied;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextChannelTest {
  private static final String HOSTILE =
      "\u202Eumgedreht\u202C\r\nAusgabe 99.\u0000\u0007\u2028Zeile {0} {1} \uD800 <b>&amp;";

  private static final List<String> COLUMNS =
      List.of(
          "edition.txt",
          "en/edition.txt",
          "leitstelle.txt",
          "presse.txt",
          "en/presse.txt",
          "amtsblatt.txt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edition.txt",
        "en/edition.txt",
        "ansage.txt",
        "kurz.txt",
        "PRUEFEN.txt",
        "leitstelle.txt",
        "presse.txt",
        "en/presse.txt",
        "amtsblatt.txt"
      })
  void theExampleBecomesTheVector(String path) {
    of(Examples.moessingen()).isVector(path);
  }

  @Test
  void anEditionInGermanOnlyHasNoEnglishText() {
    assertThat(of(Examples.minimal()).files()).doesNotContainKey("en/edition.txt");
  }

  static Stream<Edition> strange() {
    UnaryOperator<String> endless = words -> (words + " ").repeat(400);
    UnaryOperator<String> oneWord = words -> "ä".repeat(5000);
    UnaryOperator<String> hostile = words -> words + HOSTILE;
    return Stream.concat(
        Stream.of(endless, oneWord, hostile).map(spoil -> RandomEditions.full(3, spoil)),
        Stream.iterate(0L, seed -> seed + 1).limit(100).map(RandomEditions::of));
  }

  @ParameterizedTest
  @MethodSource("strange")
  void everyTextKeepsItsLimit(Edition edition) {
    Rendered files = of(edition);
    String[] blocks = files.text("kurz.txt").strip().split("\n\n", -1);
    assertThat(TapeText.words(files.text("ansage.txt"))).isBetween(8, TapeText.MOST_WORDS);
    assertThat(files.text("ansage.txt")).contains(" " + edition.number() + " ");
    assertThat(blocks).hasSize(2);
    assertThat(blocks[0]).hasSizeLessThanOrEqualTo(ShortText.SHORT);
    assertThat(blocks[1]).hasSizeLessThanOrEqualTo(ShortText.LONG);
    for (String path : COLUMNS) {
      assertThat(files.text(path).lines().mapToInt(l -> l.codePointCount(0, l.length())))
          .allMatch(columns -> columns <= Columns.WIDTH);
    }
  }

  @Test
  void nobodyForgesALineOrTurnsWordsAround() {
    Rendered files = of(RandomEditions.full(3, words -> words + HOSTILE));
    files.files().keySet().stream()
        .map(files::text)
        .forEach(
            text ->
                assertThat(text)
                    .doesNotContain("\u202E", "\u0000", "\u0007", "\r", "\u2028", "  <b>"));
    assertThat(files.text("ansage.txt").lines()).hasSize(1);
    assertThat(files.text("kurz.txt").lines()).hasSize(3);
    assertThat(files.text("PRUEFEN.txt").lines())
        .hasSameSizeAs(of(Examples.moessingen()).text("PRUEFEN.txt").lines().toList());
  }

  @Test
  void theTapeNeverSendsPeopleToALineThatIsNotUp() {
    assertThat(of(Examples.moessingen()).text("ansage.txt"))
        .contains("Kommen Sie hierher: Rathaus")
        .doesNotContain("030 23125-0", "@");
  }

  @Test
  void theControlCentreFindsEveryHeadingInTheSameOrderWhateverThereIs() {
    for (Edition edition : List.of(Examples.moessingen(), Examples.minimal())) {
      assertThat(of(edition).text("leitstelle.txt").lines().filter(l -> l.matches("\\d\\. .*")))
          .containsExactly(
              "1. LAGE",
              "2. NOTRUF 110 UND 112",
              "3. NUMMERN, DIE GEHEN",
              "4. NUMMERN, DIE NICHT ODER NUR EINGESCHRÄNKT GEHEN",
              "5. ANDERE WEGE",
              "6. WER OFFEN HAT",
              "7. WAS NICHT GEHT",
              "8. BITTE BEACHTEN",
              "9. WAS WIE IMMER LÄUFT");
    }
  }

  @Test
  void theControlCentreReadsOfTheEmergencyNumbersWhatTheEditionSaysAndNothingElse() {
    assertThat(of(Examples.moessingen()).text("leitstelle.txt"))
        .contains("110 UND 112\n\nDazu sagt diese Ausgabe nichts.");
    Edition told = Varied.withLead(Examples.moessingen(), Text.of("Der Notruf 112 geht wie immer"));
    assertThat(of(told).text("leitstelle.txt"))
        .contains("110 UND 112\n\nDer Notruf 112 geht wie immer.");
  }

  @Test
  void theGazetteIsAnInformationAndNeverAnOfficialNotice() {
    assertThat(of(Examples.moessingen()).text("amtsblatt.txt"))
        .startsWith("INFORMATION: Stadt Mössingen")
        .doesNotContainIgnoringCase("bekanntmachung");
  }

  private static Rendered of(Edition edition) {
    return Rendered.of(new TextChannel(), edition);
  }
}
