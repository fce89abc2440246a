package de.notbetrieb.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.io.StringReader;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedChannelTest {
  @Test
  void theFeedTellsTheNewsNewestFirstWithIdsThatStay() throws FeedException {
    SyndFeed feed = read(Examples.moessingen(), "feed.atom");
    assertThat(feed.getTitle()).startsWith("Dies ist eine Demonstration. Stadt Mössingen");
    assertThat(feed.getDescription()).contains("Ausgabe 7");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly(
            "tag:notbetrieb.moessingen.example,2023:meldungen/wieder-offen/",
            "tag:notbetrieb.moessingen.example,2023:meldungen/alles-zu/");
    assertThat(feed.getEntries().getFirst().getLink())
        .isEqualTo("https://notbetrieb.moessingen.example/meldungen/wieder-offen/");
  }

  @Test
  void englishSaysWhatIsNotTranslated() throws FeedException {
    assertThat(read(Examples.moessingen(), "en/feed.atom").getEntries().getLast().getTitle())
        .endsWith("(in German only so far)");
  }

  @Test
  void aServiceHasItsStateAndItsNews() throws FeedException {
    assertThat(read(Examples.moessingen(), "dienste/perso/feed.atom").getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly(
            "Personalausweis oder Pass beantragen: gerade woanders",
            "Rathaus und Stadtwerke wieder geöffnet");
  }

  @Test
  void aServiceOfWhichNothingChangedKeepsItsFeedByteForByte() {
    Edition before = Examples.moessingen();
    Edition after = anHourLater(before);

    assertThat(text(after, "dienste/perso/feed.atom"))
        .isEqualTo(text(before, "dienste/perso/feed.atom"));
    assertThat(text(after, "feed.atom")).isNotEqualTo(text(before, "feed.atom"));
  }

  private static Edition anHourLater(Edition e) {
    return new Edition(
        e.number() + 1,
        e.purpose(),
        e.asOf().plusHours(1),
        e.confirmedAt().plusHours(1),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers());
  }

  private static String text(Edition edition, String path) {
    return Rendered.of(new FeedChannel(), edition).text(path);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void strangeWordsMakeAFeedThatCanBeRead(long seed) throws FeedException {
    Edition edition =
        RandomEditions.full(seed, words -> words + "]]><b>&amp;\u0000\uD800\u202E\uFFFF");
    SyndFeed feed = read(edition, "feed.atom");
    assertThat(feed.getEntries())
        .hasSize(edition.updates().size())
        .isSortedAccordingTo(Comparator.comparing(SyndEntry::getPublishedDate).reversed());
  }

  private static SyndFeed read(Edition edition, String path) throws FeedException {
    String text = Rendered.of(new FeedChannel(), edition).text(path);
    return new SyndFeedInput().build(new StringReader(text));
  }
}
