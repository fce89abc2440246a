package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import de.notbetrieb.Chromium;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as people meet them: on a phone, in the dark, enlarged, without script. */
@Tag("browser")
class SiteInTheBrowserTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path folder;
  private static final List<String> PAGES = new ArrayList<>();
  private static HttpServer server;
  private static Chromium chromium;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    put("moessingen", RenderedSite.of(Examples.moessingen()));
    put("kleinstadt", RenderedSite.of(Examples.minimal()));
    put("zufall", RenderedSite.of(RandomEditions.full(4, text -> text)));
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0), folder, SimpleFileServer.OutputLevel.NONE);
    server.start();
    chromium = new Chromium();
    browser = chromium.browser();
  }

  private static void put(String town, RenderedSite site) {
    site.writeTo(folder.resolve(town));
    site.pages().keySet().stream()
        .filter(path -> !path.contains(".2023-") || path.endsWith("index.2023-11-22.overdue.html"))
        .forEach(path -> PAGES.add(town + "/" + path));
  }

  @AfterAll
  static void close() {
    chromium.close();
    server.stop(0);
  }

  @Test
  void axeFindsNothingOnAnyPageInLightAndDark() throws IOException {
    List<String> findings = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // axe is put in from outside, which a page's own scripts are not needed for
      Browser.NewContextOptions options = new Browser.NewContextOptions().setColorScheme(scheme);
      try (BrowserContext context = browser.newContext(options)) {
        context.route("**/zeit.js", route -> route.fulfill());
        Page page = context.newPage();
        for (String path : PAGES) {
          if (scheme == ColorScheme.DARK && !path.startsWith("moessingen/")) {
            continue;
          }
          page.navigate(address(path));
          Chromium.Judged judged = Chromium.axe(page, path + " " + scheme);
          findings.addAll(judged.violations());
          undecided.addAll(judged.incomplete());
        }
      }
    }
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve("axe-incomplete.txt"), undecided);
    assertThat(findings).isEmpty();
    // the sign of a state has the colours of the word beside it, which axe has judged
    assertThat(undecided).allMatch(one -> one.contains("only non-text characters"));
  }

  @Test
  void noPageScrollsSidewaysAt320PixelsWithoutScript() {
    List<String> wide = new ArrayList<>();
    Browser.NewContextOptions small =
        new Browser.NewContextOptions().setViewportSize(320, 640).setJavaScriptEnabled(false);
    try (BrowserContext context = browser.newContext(small)) {
      Page page = context.newPage();
      for (String path : PAGES) {
        page.navigate(address(path));
        int width = Chromium.width(page);
        if (width > 320) {
          wide.add(path + " is " + width);
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  /** Otherwise the test above would prove nothing. */
  @Test
  void aPageThatIsTooWideIsFound() {
    Browser.NewContextOptions small =
        new Browser.NewContextOptions().setViewportSize(320, 640).setJavaScriptEnabled(false);
    try (BrowserContext context = browser.newContext(small)) {
      Page page = context.newPage();
      page.navigate("data:text/html,<div style='width:345px'>x</div>");
      assertThat(Chromium.width(page)).isGreaterThan(320);
    }
  }

  @Test
  void noPageAsksAnotherServerForAnything() {
    List<String> asked = new ArrayList<>();
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.onRequest(request -> asked.add(request.url()));
      page.onConsoleMessage(message -> asked.add("console: " + message.text()));
      page.onPageError(error -> asked.add("error: " + error));
      PAGES.forEach(path -> page.navigate(address(path)));
    }
    assertThat(asked).allMatch(url -> url.startsWith(address("")));
  }

  @Test
  void onAPlainHostTheScriptGoesToThePageOfTheDay() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.clock().setFixedTime("2023-11-22T23:30:00+01:00");
      page.navigate(address("moessingen/"));
      page.waitForURL("**/index.2023-11-22.overdue.html");
      assertThat(page.locator("h2#today_").textContent()).isEqualTo("Heute geöffnet");
      assertThat(page.locator(".overdue").isVisible()).isTrue();
    }
  }

  @Test
  void onAPlainHostTheScriptSearches() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(address("moessingen/"));
      page.locator("input[name=q]").fill("perso");
      page.locator("input[name=q]").press("Enter");
      page.locator("#results_ li a").first().click();
      assertThat(page.locator("h1").textContent()).contains("Personalausweis");
      page.navigate(address("moessingen/suche/?q=quantencomputer"));
      assertThat(page.locator("#results_ p").textContent()).contains("nichts gefunden");
    }
  }

  @Test
  void aPrintedPageNamesItsDayAndWhereToLookAgainInsteadOfLinks() throws IOException {
    try (BrowserContext context = browser.newContext()) {
      context.route("**/zeit.js", route -> route.fulfill());
      Page page = context.newPage();
      assertThat(printed(page, "moessingen/index.2023-11-21.html"))
          .startsWith("Stadt Mössingen")
          .contains("21. November 2023", "https://notbetrieb.moessingen.example/", "Ausgabe ")
          .doesNotContain("mehr dazu", "Frühere Ausgaben");
      assertThat(printed(page, "moessingen/dienste/perso/index.html"))
          .contains("21. November 2023", "https://notbetrieb.moessingen.example/dienste/perso/")
          .doesNotContain("abonnieren");
    }
  }

  private static String printed(Page page, String path) throws IOException {
    page.navigate(address(path));
    try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void picturesAreTakenForPeopleToLookAt() throws IOException {
    Files.createDirectories(PICTURES);
    List<String> shown =
        List.of(
            "index.2023-11-21.html",
            "en/index.2023-11-21.html",
            "index.2023-11-22.overdue.html",
            "dienste/index.html",
            "dienste/perso/index.html",
            "en/dienste/perso/index.html",
            "orte/index.2023-11-21.html",
            "telefon/index.html",
            "echtheit/index.html",
            "meldungen/wieder-offen/index.html",
            "404.html");
    for (int width : new int[] {390, 1280}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Browser.NewContextOptions options =
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(false);
        try (BrowserContext context = browser.newContext(options)) {
          Page page = context.newPage();
          for (String path : shown) {
            page.navigate(address("moessingen/" + path));
            String name =
                path.replace('/', '_').replace(".html", "") + "-" + width + "-" + scheme + ".png";
            page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name)));
          }
        }
      }
    }
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      for (String path : List.of("index.2023-11-21.html", "dienste/index.html")) {
        page.navigate(address("moessingen/" + path));
        Path pdf = PICTURES.resolve(path.replace('/', '_') + ".pdf");
        page.pdf(new Page.PdfOptions().setPath(pdf).setFormat("A4"));
        assertThat(Files.size(pdf)).isPositive();
      }
    }
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }
}
