package de.notbetrieb.channel.image;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.platform.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageChannelTest {
  static Stream<Edition> editions() {
    return Stream.of(
        Examples.moessingen(),
        Examples.minimal(),
        RandomEditions.full(3, words -> (words + " ").repeat(300)),
        RandomEditions.full(3, words -> "ä".repeat(5_000)),
        RandomEditions.full(3, words -> words + "\u202E\u0000\uD800 \uD83D\uDE00 \u0627\u0644"));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyEditionHasAPictureThatNetworksTake(Edition edition) throws IOException {
    byte[] png = Rendered.of(new ImageChannel(), edition).bytes("bild.png");
    Path shown = Path.of("target", "vectors", edition.town().slug() + "-bild.png");
    Files.createDirectories(shown.getParent());
    Files.write(shown, png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(png).hasSizeLessThan(120_000);
  }

  @Test
  void itsAlternativeSaysEverythingThatIsOnIt() {
    ShareImage image =
        ShareImage.of(Examples.moessingen(), PhraseBook.of(Language.DE)).orElseThrow();
    assertThat(image.alternative())
        .isEqualTo(
            "DEMONSTRATION: Nummern und Zeiten sind erfunden. Stadt Mössingen: Das Rathaus ist"
                + " offen. Vieles geht gerade nicht. Stand: Dienstag, 21. November 2023, 16:00 Uhr."
                + " Anliegen: 2 geht, 2 geht anders, 1 gerade woanders, 1 wird geprüft, 1 geht"
                + " gerade nicht. Mehr auf notbetrieb.moessingen.example.");
    ShareImage.Shown shown = image.shown();
    assertThat(image.alternative())
        .contains(shown.town(), shown.headline(), shown.asOf(), shown.address());
  }

  @Test
  void aLanguageWithoutAHeadlineHasNoPicture() {
    assertThat(ShareImage.of(Examples.minimal(), PhraseBook.of(Language.EN))).isEmpty();
  }
}
