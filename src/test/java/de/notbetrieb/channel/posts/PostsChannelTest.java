package de.notbetrieb.channel.posts;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.platform.Language;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostsChannelTest {
  @Test
  void theExampleBecomesTheVector() {
    Rendered.of(new PostsChannel(), Examples.moessingen()).isVector("posts.json");
  }

  static Stream<Edition> strange() {
    return Stream.concat(
        Stream.of(
            RandomEditions.full(3, words -> (words + " ").repeat(400)),
            RandomEditions.full(3, words -> "ж".repeat(5_000)),
            RandomEditions.full(3, words -> words + " \uD83D\uDE00 {0}\r\n\u202E")),
        LongStream.range(0, 100).mapToObj(RandomEditions::of));
  }

  @ParameterizedTest
  @MethodSource("strange")
  void everyPostFitsWhereItGoes(Edition edition) {
    for (Language language : Language.values()) {
      for (Post post : Posts.of(edition, language)) {
        assertThat(post.network().length(post.text()))
            .as(post.network() + ": " + post.text())
            .isBetween(1, post.most());
      }
    }
  }

  @Test
  void aPostInAnotherLanguageHoldsNoGerman() {
    assertThat(Posts.of(Examples.minimal(), Language.EN))
        .allSatisfy(post -> assertThat(post.text()).doesNotContain("Computer", "Rathaus"));
  }

  @Test
  void aPostSaysWhenTheTownsOwnWordsAreOnlyInGerman() {
    assertThat(inFull(Posts.of(Examples.minimal(), Language.EN))).contains("only in German so far");
    assertThat(inFull(Posts.of(Examples.moessingen(), Language.EN))).doesNotContain("in German");
    assertThat(inFull(Posts.of(Examples.minimal(), Language.DE))).doesNotContain("nur auf Deutsch");
  }

  private static String inFull(List<Post> posts) {
    return posts.stream()
        .filter(post -> post.network() == Network.FACEBOOK)
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void nobodyIsSentToANumberThatIsNotUp() {
    assertThat(Posts.of(Examples.moessingen(), Language.DE))
        .allSatisfy(post -> assertThat(post.text()).doesNotContain("030 23125-0", "@"));
  }

  @ParameterizedTest
  @CsvSource({
    "abc äöü ß, 9",
    "10 €, 5",
    "Привет, 14",
    "„so“ …, 8",
  })
  void anSmsIsCountedAsThePhoneNetworkCounts(String text, int length) {
    assertThat(Network.SMS.length(text)).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "abc äöü ж ع, 11",
    "好, 2",
    "siehe https://a.de/, 29",
  })
  void xCountsSomeLettersTwiceAndAnAddressAtLeastAs23(String text, int length) {
    assertThat(Network.X.length(text)).isEqualTo(length);
  }
}
