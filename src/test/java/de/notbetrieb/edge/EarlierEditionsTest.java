package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stays readable, and nobody takes it for what is. */
class EarlierEditionsTest {
  @TempDir Path data;
  private EdgeWorld world;

  @BeforeEach
  void start() {
    world = new EdgeWorld(data);
    world.seal(2);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/healthz").contains("\"edition\":2"));
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void aPageOfAnEarlierEditionSaysSoFirstAndLinksToTheSamePageNow() {
    String page = world.get("/editions/1/dienste/pass/");
    assertThat(page)
        .startsWith("HTTP/1.1 200")
        .contains("X-Robots-Tag: noindex")
        .contains("Content-Security-Policy: script-src 'none'\r\n")
        .contains("Das ist Ausgabe 1 vom 21. November 2023. Sie gilt nicht mehr.")
        .contains("<a href=\"/dienste/pass/\">Es gilt Ausgabe 2.</a>");
    assertThat(body(page).replaceFirst("<aside.*?</aside>", ""))
        .as("nothing else is changed")
        .isEqualTo(body(world.get("/editions/1/dienste/pass/index.html")));
  }

  @Test
  void underItsOwnNameEveryFileIsByteForByteWhatWasSealed() throws IOException {
    Path folder = world.town.store.edition(1);
    for (String path : new String[] {"index.html", "dienste/pass/index.html", "edition.json"}) {
      String answer = world.get("/editions/1/" + path);
      assertThat(answer).contains("X-Robots-Tag: noindex").doesNotContain("superseded");
      assertThat(body(answer))
          .isEqualTo(Files.readString(folder.resolve(path), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theLiveEditionUnderItsNumberIsNotMarked() {
    assertThat(world.get("/editions/2/")).startsWith("HTTP/1.1 200").doesNotContain("superseded");
  }

  @Test
  void whoSearchesInAnEarlierEditionSearchesWhatHoldsNow() {
    assertThat(world.get("/editions/1/suche/?q=pass"))
        .startsWith("HTTP/1.1 302")
        .contains("Location: /suche/?q=pass\r\n");
  }

  @Test
  void whoReadLongAgoIsSentToTheListAndWhoAsksForANumberThatNeverWasIsToldSo() {
    assertThat(world.get("/seit/1/")).startsWith("HTTP/1.1 302").contains("Location: /editions/");
    assertThat(world.get("/en/seit/1")).contains("Location: /en/editions/");
    assertThat(world.get("/seit/9/")).startsWith("HTTP/1.1 404");
  }

  @Test
  void aClockFarBehindTheEditionNamesNoDayAsTodayAndSaysSoToThoseWhoWatch() {
    world.now.set(Instant.parse("2023-11-18T08:00:00Z"));
    assertThat(body(world.get("/"))).isEqualTo(body(world.get("/index.html")));
    assertThat(world.get("/healthz"))
        .contains("the clock of this machine is behind: it says 2023-11-18T08:00:00Z");
    world.now.set(Instant.parse("2023-11-21T08:00:00Z"));
    assertThat(world.get("/healthz")).doesNotContain("the clock of this machine");
  }

  @Test
  void aClockFarAheadNamesNoDayAsTodayEitherAndSaysThatTheNextWordIsLate() {
    world.now.set(Instant.parse("2031-01-01T08:00:00Z"));
    assertThat(body(world.get("/"))).isEqualTo(body(world.get("/index.overdue.html")));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
