package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeServesTest {
  private static final Pattern ETAG = Pattern.compile("ETag: (\"[0-9a-f]+\")");

  @TempDir static Path data;
  private static EdgeWorld world;

  @BeforeAll
  static void start() {
    world = new EdgeWorld(data);
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  @BeforeEach
  void aDayWithoutAPageOfItsOwn() {
    world.now.set(Instant.parse("2023-11-20T08:00:00Z"));
  }

  @Test
  void onlyTheStatusOfAServiceMayStandInAFrameOnOtherSites() {
    assertThat(world.get("/dienste/pass/status.html"))
        .contains("frame-ancestors *")
        .doesNotContain("X-Frame-Options");
    for (String page : List.of("/", "/dienste/pass/", "/dienste/pass/status.htm")) {
      assertThat(world.get(page)).contains("frame-ancestors 'none'").contains("X-Frame-Options");
    }
  }

  @Test
  void aPageComesWithItsHeaders() {
    assertThat(world.get("/dienste/pass/"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Type: text/html; charset=utf-8\r\n")
        .contains("Content-Security-Policy: default-src 'self'")
        .contains("X-Content-Type-Options: nosniff\r\n")
        .contains("Referrer-Policy: ")
        .contains("frame-ancestors 'none'")
        .contains("Cache-Control: max-age=0, s-maxage=5, stale-if-error=86400\r\n")
        .contains("Vary: Accept-Encoding\r\n")
        .contains(" Nov 2023 08:00:00 GMT\r\n")
        .endsWith("<html>Pass</html>");
  }

  @Test
  void aCompressedFormIsSentToWhoeverAcceptsIt() {
    assertThat(world.get("/dienste/pass/", "Accept-Encoding: gzip, br"))
        .contains("Content-Encoding: br\r\n")
        .endsWith("brotli");
    assertThat(world.get("/dienste/pass/", "Accept-Encoding: gzip, br;q=0"))
        .contains("Content-Encoding: gzip\r\n");
    assertThat(world.get("/dienste/pass/", "Accept-Encoding: deflate"))
        .doesNotContain("Content-Encoding");
    assertThat(world.get("/dienste/pass/index.html.br")).endsWith("brotli");
  }

  @Test
  void whoeverHasAFileIsToldSo() {
    Matcher etag = ETAG.matcher(world.get("/feed.atom"));
    assertThat(etag.find()).isTrue();

    for (String tag :
        new String[] {etag.group(1), "W/" + etag.group(1), "\"x\", " + etag.group(1), "*"}) {
      assertThat(world.get("/feed.atom", "If-None-Match: " + tag))
          .startsWith("HTTP/1.1 304 Not Modified\r\n")
          .contains(etag.group())
          .endsWith("\r\n\r\n");
    }
    assertThat(world.get("/feed.atom", "If-None-Match: \"other\"")).startsWith("HTTP/1.1 200");
  }

  @Test
  void headAnswersWithoutBody() {
    assertThat(world.raw("HEAD /feed.atom HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("Content-Length: 7\r\n")
        .endsWith("\r\n\r\n");
  }

  @Test
  void feedsAndJsonMayBeReadByOtherSites() {
    assertThat(world.get("/feed.atom"))
        .contains("Access-Control-Allow-Origin: *")
        .contains("application/atom+xml");
    assertThat(world.get("/edition.json")).contains("Access-Control-Allow-Origin: *");
    assertThat(world.get("/")).doesNotContain("Access-Control");
  }

  @Test
  void theStartPageIsChosenByDayAndByTheOverdueWord() {
    assertThat(world.get("/")).endsWith("Start</html>").doesNotContain("Content-Location");
    world.now.set(Instant.parse("2023-11-20T23:30:00Z"));
    assertThat(world.get("/"))
        .contains("Content-Location: /index.2023-11-21.html\r\n")
        .endsWith("Dienstag</html>");
    world.now.set(Instant.parse("2023-11-22T11:00:01Z"));
    assertThat(world.get("/"))
        .contains("Content-Location: /index.overdue.html\r\n")
        .endsWith("überfällig</html>");
    assertThat(world.get("/index.html")).endsWith("Start</html>");
  }

  @Test
  void aFolderWithoutItsSlashIsSentToIt() {
    assertThat(world.get("/dienste/pass?a=b"))
        .startsWith("HTTP/1.1 308 ")
        .contains("Location: /dienste/pass/?a=b\r\n");
    assertThat(world.get("/suche?q=pass")).contains("Location: /suche/?q=pass\r\n");
  }

  @Test
  void whatIsNotThereIsSaidWithTheTownsNumbers() {
    assertThat(world.get("/gibt/es/nicht"))
        .startsWith("HTTP/1.1 404 ")
        .contains("030 23125-0")
        .contains("href=\"/dienste/\"");
    assertThat(world.get("/en/nothing")).startsWith("HTTP/1.1 404 ").contains("lang=\"en\"");
  }

  @Test
  void theProofsAndTheKeyAreServed() {
    assertThat(world.get("/SHA256SUMS")).contains("  nummer.txt\n").contains("text/plain");
    assertThat(world.get("/SHA256SUMS.minisig")).contains("trusted comment: town:moessingen");
    assertThat(world.get("/minisign.pub")).endsWith(world.town.key.publicKey().file());
  }

  @Test
  void theSearchFindsByWordsAndSaysWhenItFindsNothing() {
    assertThat(world.get("/suche/?q=mein+Reisepas"))
        .contains("../dienste/reisepass/")
        .contains("geht anders")
        .contains("value=\"mein Reisepas\"");
    assertThat(world.get("/en/suche/?q=passport"))
        .contains("Apply for a passport")
        .contains("works differently")
        .doesNotContain("Search word");
    assertThat(world.get("/en/suche/?q=pasaport"))
        .contains("Apply for a passport")
        .contains("Search word: Türkçe")
        .contains("<p><span lang=\"de\">Mit Termin.</span></p>");
    assertThat(world.get("/suche/?q=Quantenphysik"))
        .contains("nichts gefunden")
        .contains("030 23125-0");
    assertThat(world.get("/suche/?q=%3Cscript%3E%22"))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;&quot;");
  }

  @Test
  void healthTellsTownNumberAndVersion() {
    assertThat(world.get("/healthz"))
        .startsWith("HTTP/1.1 200")
        .contains("\"town\":\"moessingen\"")
        .contains("\"edition\":1")
        .contains("\"version\":\"" + EdgeVersion.current() + "\"")
        .contains("\"problems\":[]");
  }

  @Test
  void theLiveEditionIsAlsoServedUnderItsNumber() {
    assertThat(world.get("/editions/1/")).endsWith("Start</html>");
    assertThat(world.get("/editions/1/dienste/pass"))
        .contains("Location: /editions/1/dienste/pass/");
    assertThat(world.get("/editions/1")).contains("Location: /editions/1/\r\n");
    assertThat(world.get("/editions/2/")).startsWith("HTTP/1.1 404");
    assertThat(world.get("/editions/1/SHA256SUMS"))
        .contains(Sha256.of("Ausgabe 1".getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex());
    assertThat(world.get("/editions/")).contains("href=\"/editions/1/\"").contains("gilt jetzt");
  }
}
