package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as people meet them: on a phone, in the dark, enlarged, without script. */
@Tag("browser")
class SiteInTheBrowserTest {
  private static final String RULES =
      "{resultTypes:['violations','incomplete'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}";
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path folder;
  private static final List<String> PAGES = new ArrayList<>();
  private static HttpServer server;
  private static Playwright playwright;
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
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--headless=new", "--no-sandbox")));
  }

  private static void put(String town, RenderedSite site) {
    site.writeTo(folder.resolve(town));
    site.pages().keySet().stream()
        .filter(path -> !path.contains(".2023-") || path.endsWith("index.2023-11-22.overdue.html"))
        .forEach(path -> PAGES.add(town + "/" + path));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.stop(0);
  }

  @Test
  void axeFindsNothingOnAnyPageInLightAndDark() throws IOException {
    String axe = resource("/vendor/axe/axe.min.js");
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
          page.evaluate(axe);
          findings.addAll(found(page, "violations", path + " " + scheme));
          undecided.addAll(found(page, "incomplete", path + " " + scheme));
        }
      }
    }
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve("axe-incomplete.txt"), undecided);
    assertThat(findings).isEmpty();
    // the sign of a state has the colours of the word beside it, which axe has judged
    assertThat(undecided).allMatch(one -> one.contains("only non-text characters"));
  }

  private static List<String> found(Page page, String kind, String where) {
    Object found =
        page.evaluate(
            "async () => (await axe.run(document, "
                + RULES
                + "))."
                + kind
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' +"
                + " n.any.map(a => a.message).join(' ')).slice(0, 3).join(' | '))");
    return ((List<?>) found).stream().map(one -> where + ": " + one).toList();
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
        // without script the page cannot be asked; a picture of all of it is as wide as it is
        int width = width(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
        if (width > 320) {
          wide.add(path + " is " + width);
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  private static int width(byte[] png) {
    return java.nio.ByteBuffer.wrap(png).getInt(16);
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

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Optional.ofNullable(SiteInTheBrowserTest.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
