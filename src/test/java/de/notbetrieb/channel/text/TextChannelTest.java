package de.notbetrieb.channel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextChannelTest {
  private static final String HOSTILE =
      "\u202Eumgedreht\u202C\r\nAusgabe 99.\u0000\u0007\u2028Zeile {0} {1} \uD800 <b>&amp;";

  @ParameterizedTest
  @ValueSource(strings = {"edition.txt", "en/edition.txt", "ansage.txt", "kurz.txt", "PRUEFEN.txt"})
  void theExampleBecomesTheVector(String path) {
    assertThat(of(Examples.moessingen()).text(path))
        .isEqualTo(Rendered.vector(path.replace('/', '-')));
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
    for (String path : new String[] {"edition.txt", "en/edition.txt"}) {
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

  private static Rendered of(Edition edition) {
    return Rendered.of(new TextChannel(), edition);
  }
}
