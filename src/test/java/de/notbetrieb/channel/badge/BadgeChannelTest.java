package de.notbetrieb.channel.badge;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.Varied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BadgeChannelTest {
  @Test
  void theExampleMakesExactlyTheseBytes() throws IOException {
    String made =
        Rendered.of(new BadgeChannel(), Examples.moessingen()).text("dienste/perso/badge.svg");
    Files.createDirectories(Path.of("target", "vectors"));
    Files.writeString(Path.of("target", "vectors", "badge.svg"), made);
    assertThat(made)
        .as("the present bytes lie in target/vectors/badge.svg")
        .isEqualTo(Rendered.vector("badge.svg"));
  }

  @Test
  void itSaysTheStateInWordsAndThatItIsADemonstration() {
    Rendered badges = Rendered.of(new BadgeChannel(), Examples.moessingen());
    assertThat(badges.text("dienste/karte/badge.svg"))
        .contains("Demonstration: Karte zahlen im Rathaus", "geht gerade nicht", "✕");
    assertThat(badges.text("en/dienste/karte/badge.svg")).contains("Pay by card", "not possible");
    assertThat(Rendered.of(new BadgeChannel(), Examples.minimal()).text("dienste/perso/badge.svg"))
        .doesNotContain("Demonstration");
  }

  @Test
  void strangeWordsMakeAPictureThatCanBeRead() {
    Rendered.of(
            new BadgeChannel(),
            RandomEditions.full(3, words -> words + "]]>\"<b>&amp;\u0000\uD800\u202E\uFFFF"))
        .files()
        .forEach(
            (path, bytes) ->
                assertThat(Commands.run(bytes, "xmllint", "--noout", "-")).as(path).isEmpty());
  }

  @Test
  void aNewEditionWithoutNewsKeepsEveryBadgeByteForByte() {
    Rendered after = Rendered.of(new BadgeChannel(), Varied.anHourLater(Examples.moessingen()));
    Rendered.of(new BadgeChannel(), Examples.moessingen())
        .files()
        .forEach((path, bytes) -> assertThat(after.bytes(path)).as(path).isEqualTo(bytes));
  }
}
