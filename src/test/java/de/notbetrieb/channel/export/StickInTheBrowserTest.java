package de.notbetrieb.channel.export;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.Examples;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class StickInTheBrowserTest {
  @TempDir static Path folder;
  private static Playwright playwright;
  private static Browser browser;
  private static HttpServer server;

  @BeforeAll
  static void open() throws IOException {
    EditionFixture town = new EditionFixture(folder.resolve("towns"), "moessingen");
    town.seal(1, Channels.render(Examples.moessingen()));
    var edition = town.store.readUnread(1, town.key.publicKey());
    StaticExport.stick(edition).toFolder(folder.resolve("stick"));
    StaticExport.signed(edition, town.key.publicKey()).toFolder(folder.resolve("web/a/b"));
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0),
            folder.resolve("web").toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
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

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.stop(0);
  }

  @Test
  void aStickIsReadWithoutAServer() {
    read(folder.resolve("stick/index.html").toUri().toString());
  }

  @Test
  void aSubFolderOfAWebSpaceWillDo() {
    read("http://127.0.0.1:" + server.getAddress().getPort() + "/a/b/");
  }

  private static void read(String start) {
    try (Page page = browser.newPage()) {
      page.navigate(start);
      assertThat(page.locator("h1")).hasText("Das Rathaus ist offen. Vieles geht gerade nicht.");
      page.locator("main a[href*='dienste/perso/']").first().click();
      assertThat(page.locator("h1")).containsText("Personalausweis");
      assertThat(page.locator("body")).hasCSS("font-family", Pattern.compile(".*Fira Sans.*"));
      page.locator("a[hreflang=en]").first().click();
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      page.locator("header a.town").click();
      assertThat(page.locator("h1")).containsText("The town hall is open.");
    }
  }
}
