package de.notbetrieb.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.Varied;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedChannelTest {
  private static final String HOST = "tag:notbetrieb.moessingen.example,2023:";

  @ParameterizedTest
  @ValueSource(strings = {"feed.atom", "feed.rss"})
  void theFeedTellsNewsAndChangedStatesNewestFirstWithIdsThatStay(String path)
      throws FeedException {
    SyndFeed feed = read(Examples.moessingen(), path);
    assertThat(feed.getTitle()).startsWith("Dies ist eine Demonstration. Stadt Mössingen");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly(
            HOST + "meldungen/wieder-offen/",
            HOST + "zustand/1700578800",
            HOST + "meldungen/alles-zu/",
            HOST + "dienste/perso/1700492400",
            HOST + "dienste/perso/1700233200");
    assertThat(feed.getEntries().getFirst().getLink())
        .isEqualTo("https://notbetrieb.moessingen.example/meldungen/wieder-offen/");
    assertThat(feed.getEntries().get(1).getTitle()).isEqualTo("5 Anliegen haben einen neuen Stand");
  }

  @Test
  void aFeedInJsonSaysTheSameAsTheOneInAtom() throws FeedException {
    for (String folder : List.of("", "en/")) {
      JsonNode json =
          JsonMapper.shared().readTree(text(Examples.moessingen(), folder + "feed.json"));
      SyndFeed atom = read(Examples.moessingen(), folder + "feed.atom");
      assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(json.path("feed_url").asString())
          .isEqualTo("https://notbetrieb.moessingen.example/" + folder + "feed.json");
      assertThat(json.path("items").valueStream())
          .extracting(item -> item.path("id").asString() + item.path("title").asString())
          .containsExactlyElementsOf(
              atom.getEntries().stream().map(e -> e.getUri() + e.getTitle()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed.atom",
        "feed.rss",
        "feed.json",
        "en/feed.rss",
        "lebenslagen/ausweis/feed.atom",
        "lebenslagen/ausweis/feed.rss",
        "lebenslagen/ausweis/feed.json",
        "dienste/perso/feed.atom"
      })
  void theExampleMakesExactlyTheseBytes(String path) throws IOException {
    String name = path.replace('/', '-');
    String made = text(Examples.moessingen(), path);
    Files.createDirectories(Path.of("target", "vectors"));
    Files.writeString(Path.of("target", "vectors", name), made);
    assertThat(made)
        .as("the present bytes lie in target/vectors/" + name)
        .isEqualTo(Rendered.vector(name));
  }

  @Test
  void everyFeedIsWellFormed() {
    Rendered.of(new FeedChannel(), Examples.moessingen())
        .files()
        .forEach(
            (path, bytes) -> {
              if (!path.endsWith(".json")) {
                assertThat(Commands.run(bytes, "xmllint", "--noout", "-")).as(path).isEmpty();
              }
            });
  }

  @Test
  void aLifeSituationHasTheStatesOfItsServicesAndTheNewsAboutThem() throws FeedException {
    assertThat(read(Examples.moessingen(), "lebenslagen/ausweis/feed.atom").getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly(
            "Rathaus und Stadtwerke wieder geöffnet",
            "Personalausweis oder Pass beantragen: gerade woanders",
            "Personalausweis oder Pass beantragen: geht gerade nicht",
            "Personalausweis oder Pass beantragen: wird geprüft");
  }

  @Test
  void englishSaysWhatIsNotTranslated() throws FeedException {
    assertThat(read(Examples.moessingen(), "en/feed.atom").getEntries())
        .anyMatch(entry -> entry.getTitle().endsWith("(in German only so far)"));
  }

  @Test
  void aServiceHasItsStateAndItsNews() throws FeedException {
    assertThat(read(Examples.moessingen(), "dienste/perso/feed.atom").getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly(
            "Rathaus und Stadtwerke wieder geöffnet",
            "Personalausweis oder Pass beantragen: gerade woanders",
            "Personalausweis oder Pass beantragen: geht gerade nicht",
            "Personalausweis oder Pass beantragen: wird geprüft");
  }

  @Test
  void aNewEditionWithoutNewsKeepsEveryFeedByteForByte() {
    Edition before = Examples.moessingen();
    Rendered after = Rendered.of(new FeedChannel(), Varied.anHourLater(before));
    Rendered.of(new FeedChannel(), before)
        .files()
        .forEach((path, bytes) -> assertThat(after.bytes(path)).as(path).isEqualTo(bytes));
  }

  private static String text(Edition edition, String path) {
    return Rendered.of(new FeedChannel(), edition).text(path);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void strangeWordsMakeAFeedThatCanBeRead(long seed) throws FeedException {
    Edition edition =
        RandomEditions.full(seed, words -> words + "]]><b>&amp;\u0000\uD800\u202E\uFFFF");
    for (String path : List.of("feed.atom", "feed.rss")) {
      SyndFeed feed = read(edition, path);
      assertThat(feed.getEntries())
          .hasSizeGreaterThanOrEqualTo(edition.updates().size())
          .isSortedAccordingTo(Comparator.comparing(SyndEntry::getPublishedDate).reversed());
    }
  }

  private static SyndFeed read(Edition edition, String path) throws FeedException {
    String text = Rendered.of(new FeedChannel(), edition).text(path);
    return new SyndFeedInput().build(new StringReader(text));
  }
}
