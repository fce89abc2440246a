package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import de.notbetrieb.Chromium;
import de.notbetrieb.HtmlCheck;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.platform.Language;
import de.notbetrieb.publishing.TemplateEdition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small town in eleven languages, as a browser shows it. */
@Tag("browser")
class EveryLanguageInTheBrowserTest {
  private static final Path PICTURES = Path.of("target", "languages");
  private static final int MOST_BYTES = 60_000;
  private static final Pattern OTHER =
      Pattern.compile("<link rel=\"alternate\" hreflang=\"([^\"]+)\" href=\"([^\"]+)\">");

  @TempDir static Path folder;
  private static final Map<String, String> PAGES = new LinkedHashMap<>();
  private static Edition edition;
  private static HttpServer server;
  private static Chromium chromium;
  private static Browser browser;

  @BeforeAll
  static void open() {
    edition = TemplateEdition.inEveryLanguage();
    RenderedSite site = RenderedSite.of(edition);
    site.writeTo(folder);
    site.pages().forEach(PAGES::put);
    // one service stands for all: the others are other words on the same page
    String service = edition.services().getFirst().slug().value();
    PAGES
        .keySet()
        .removeIf(
            path ->
                path.matches(".*index\\.\\d.*")
                    || (path.matches(".*dienste/.+/.*") && !path.contains("/" + service + "/")));
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0), folder, SimpleFileServer.OutputLevel.NONE);
    server.start();
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void close() {
    chromium.close();
    server.stop(0);
  }

  @Test
  void axeAndTheValidatorFindNothing() {
    List<String> findings = new ArrayList<>();
    try (BrowserContext context = browser.newContext()) {
      context.route("**/zeit.js", route -> route.fulfill());
      Page page = context.newPage();
      PAGES.forEach(
          (path, html) -> {
            page.navigate(address(path));
            findings.addAll(Chromium.axe(page, path).violations());
            findings.addAll(HtmlCheck.problems(path, html));
          });
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void whoReadsAnotherLanguageFindsItFirstInTheListButStaysOnThePage() {
    assertThat(firstLanguage("uk-UA", "")).isEqualTo("Українська suggested");
    assertThat(firstLanguage("ar", "en/")).isEqualTo("العربية suggested");
    assertThat(firstLanguage("de-AT", "")).isEqualTo("Deutsch ");
    assertThat(firstLanguage("uk-UA", "uk/")).isEqualTo("Deutsch ");
    assertThat(firstLanguage("ja", "")).isEqualTo("Deutsch ");
  }

  /** With the class that marks a suggestion. */
  private static String firstLanguage(String browsers, String path) {
    Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale(browsers);
    try (BrowserContext context = browser.newContext(options)) {
      context.route("**/zeit.js", route -> route.fulfill());
      Page page = context.newPage();
      page.navigate(address(path));
      assertThat(page.url()).isEqualTo(address(path));
      Locator first = page.locator(".langs li:first-child > *");
      return first.textContent() + " " + first.evaluate("element => element.className");
    }
  }

  @Test
  void noPageScrollsSidewaysAt320PixelsWithoutScript() {
    List<String> wide = new ArrayList<>();
    Browser.NewContextOptions small =
        new Browser.NewContextOptions().setViewportSize(320, 640).setJavaScriptEnabled(false);
    try (BrowserContext context = browser.newContext(small)) {
      Page page = context.newPage();
      for (String path : PAGES.keySet()) {
        page.navigate(address(path));
        int width = Chromium.width(page);
        if (width > 320) {
          wide.add(path + " is " + width);
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void everyPageNamesItselfInEveryLanguageAndEachIsThere() {
    String town = edition.town().publicAddress() + "/";
    PAGES.forEach(
        (path, html) -> {
          List<String> codes = new ArrayList<>();
          OTHER
              .matcher(html)
              .results()
              .forEach(
                  found -> {
                    codes.add(found.group(1));
                    String file = found.group(2).substring(town.length());
                    assertThat(folder.resolve(file + "index.html")).as(path).exists();
                  });
          assertThat(codes)
              .as(path)
              .isIn(List.of(), Stream.of(Language.values()).map(Language::code).toList());
        });
    assertThat(OTHER.matcher(PAGES.get("ar/index.html")).results()).hasSize(11);
  }

  /** Html and style sheet as they travel, compressed; everything else as it is. */
  @Test
  void noStartPageLoadsMoreThanItMay() throws IOException {
    Map<Language, Integer> sizes = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      List<String> loaded = new ArrayList<>();
      try (BrowserContext context = browser.newContext()) {
        context.route("**/zeit.js", route -> route.fulfill());
        Page page = context.newPage();
        page.onResponse(response -> loaded.add(path(response)));
        page.navigate(address(language.folder() + "index.html"));
        page.waitForFunction("document.fonts.status === 'loaded'");
      }
      int bytes = 0;
      for (String path : loaded) {
        bytes += travelling(folder.resolve(path));
      }
      sizes.put(language, bytes);
    }
    Files.createDirectories(PICTURES);
    Files.writeString(PICTURES.resolve("sizes.txt"), sizes + "\n");
    assertThat(sizes.values()).allMatch(bytes -> bytes <= MOST_BYTES);
  }

  private static String path(Response response) {
    return response.url().substring(address("").length());
  }

  private static int travelling(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".woff2")) {
      return bytes.length;
    }
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.size();
  }

  @Test
  void arabicIsReadFromTheRightAndNumbersKeepTheirOrder() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(address("ar/telefon/index.html"));
      assertThat(page.evaluate("getComputedStyle(document.documentElement).direction"))
          .isEqualTo("rtl");
      page.navigate(address("tr/index.html"));
      assertThat(page.evaluate("getComputedStyle(document.documentElement).direction"))
          .isEqualTo("ltr");
    }
  }

  @Test
  void picturesAreTakenForPeopleToLookAt() throws IOException {
    Files.createDirectories(PICTURES);
    for (int width : new int[] {390, 1280}) {
      Browser.NewContextOptions options =
          new Browser.NewContextOptions().setViewportSize(width, 800).setJavaScriptEnabled(false);
      try (BrowserContext context = browser.newContext(options)) {
        Page page = context.newPage();
        for (Language language :
            List.of(Language.AR, Language.TR, Language.UK, Language.SIMPLE, Language.FR)) {
          String first = edition.services().getFirst().slug().value();
          for (String path : List.of("index.html", "dienste/" + first + "/index.html")) {
            page.navigate(address(language.folder() + path));
            String name = language.code() + "-" + path.replace('/', '_') + "-" + width + ".png";
            page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name)));
          }
        }
      }
    }
    assertThat(PICTURES).isNotEmptyDirectory();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }
}
