package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the product in a real browser, without JavaScript: from a fact to the public word. */
@Tag("browser")
class StoryTest {
  private static final Path TOWN = Path.of("src/test/resources/towns/musterstadt.yaml");

  @TempDir Path data;
  private final List<String> foreignRequests = new ArrayList<>();

  @Test
  void aFallenSystemBecomesThePublicWordThroughTwoPeople() throws Exception {
    try (RunningProgram program = RunningProgram.demonstration(TOWN, data);
        Playwright playwright = playwright();
        Browser browser = browser(playwright)) {
      Page it = signIn(browser, program, "systeme", "demo-systeme");
      it.navigate(program.staffUrl("/systeme"));
      it.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändern MESO 7 auf SRV-EWO-02"))
          .click();
      assertThat(it.textContent("main")).contains("1 fallen aus oder werden schlechter");
      it.locator("button[value=DOWN]").click();
      it.navigate(program.staffUrl("/dienste"));
      assertThat(it.textContent("main")).contains("geht gerade nicht").contains("MESO 7");

      Page editor = signIn(browser, program, "redaktion", "demo-redaktion");
      editor.navigate(program.staffUrl("/wort/meldungen/neu"));
      editor.fill("#title", "Melderegister ausgefallen");
      editor.fill("#body", "Anmeldungen nehmen wir auf Papier an.");
      editor.check("#ready");
      editor.locator("button.primary").click();
      editor.navigate(program.staffUrl("/entwurf"));
      assertThat(editor.textContent("main"))
          .contains("Melderegister ausgefallen")
          .contains("Wohnung anmelden");
      editor.locator("button.primary").click();
      String review = editor.url();

      Page reader = signIn(browser, program, "lesen", "demo-lesen-nur");
      reader.navigate(review);
      assertThat(reader.locator("input[type=password]").count()).isZero();

      Page releaser = signIn(browser, program, "freigabe", "demo-freigabe");
      releaser.navigate(review);
      assertThat(releaser.textContent("main")).contains("Pressestelle").contains("1 neu");
      releaser.fill("#password", "demo-freigabe");
      releaser.locator("button.primary").click();

      String edition = awaitEdition(program, 2);
      assertThat(edition)
          .contains("Melderegister ausgefallen")
          .contains("\"state\":\"UNAVAILABLE\"")
          .doesNotContain("MESO")
          .doesNotContain("SRV-EWO");
    }
    assertThat(foreignRequests).isEmpty();
    Process verify =
        new ProcessBuilder(RunningProgram.command(List.of("verify", "--data", data.toString())))
            .inheritIO()
            .start();
    assertThat(verify.waitFor()).isZero();
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  private Page signIn(Browser browser, RunningProgram program, String name, String password) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("de-DE"));
    context.onRequest(
        request -> {
          if (!URI.create(request.url()).getHost().equals("localhost")) {
            foreignRequests.add(request.url());
          }
        });
    Page page = context.newPage();
    page.navigate(program.staffUrl("/anmelden"));
    page.fill("#name", name);
    page.fill("#password", password);
    page.locator("button.primary").click();
    assertThat(page.url()).isEqualTo(program.staffUrl("/"));
    return page;
  }

  /** The edge announces new editions by its events; the first event is the one that is live. */
  private static String awaitEdition(RunningProgram program, int number) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<java.util.stream.Stream<String>> live =
        client.send(
            HttpRequest.newBuilder(URI.create(program.publicUrl("/live"))).build(),
            HttpResponse.BodyHandlers.ofLines());
    try (var lines = live.body()) {
      assertThat(lines.filter(line -> line.contains("\"edition\":" + number)).findFirst())
          .isPresent();
    }
    return client
        .send(
            HttpRequest.newBuilder(URI.create(program.publicUrl("/edition.json"))).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
