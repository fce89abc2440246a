package de.notbetrieb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.RandomEditions;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelsTest {
  static Stream<Edition> editions() {
    return Stream.concat(
        LongStream.range(100, 110).mapToObj(RandomEditions::of),
        Stream.of(RandomEditions.full(7, words -> words + " ".repeat(9) + "ﷺ\uD83D\uDE00 \t\n<")));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyChannelTellsAnyEditionAndNoTwoWriteTheSameFile(Edition edition) {
    List<String> paths = Channels.render(edition).stream().map(PublicFile::path).toList();
    assertThat(paths)
        .doesNotHaveDuplicates()
        .contains(
            "index.html",
            "edition.txt",
            "ansage.txt",
            "kurz.txt",
            "PRUEFEN.txt",
            "feed.atom",
            "plakat.pdf",
            "telefon.pdf",
            "cms.html",
            "en/cms.html");
  }
}
