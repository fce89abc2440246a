package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.notbetrieb.Chromium;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the product in a real browser, without JavaScript and without a mouse: from a
 * fact to the public word. */
@Tag("browser")
class StoryTest {
  private static final Path TOWN = Path.of("src/test/resources/towns/musterstadt.yaml");

  @TempDir Path data;
  private final List<String> foreignRequests = new ArrayList<>();

  @Test
  void aFallenSystemBecomesThePublicWordThroughTwoPeople() throws Exception {
    try (RunningProgram program = RunningProgram.demonstration(TOWN, data);
        Chromium chromium = new Chromium()) {
      Browser browser = chromium.browser();
      Page it = signIn(browser, program, "systeme", "demo-systeme");
      it.navigate(program.staffUrl("/systeme"));
      it.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändern MESO 7 auf SRV-EWO-02"))
          .press("Enter");
      assertThat(it.textContent("main")).contains("1 fällt aus oder wird schlechter");
      it.locator("button[value=DOWN]").press("Enter");
      it.navigate(program.staffUrl("/dienste"));
      assertThat(it.textContent("main")).contains("geht gerade nicht").contains("MESO 7");

      Page editor = signIn(browser, program, "redaktion", "demo-redaktion");
      editor.navigate(program.staffUrl("/wort/meldungen/neu"));
      editor.fill("#title", "Melderegister ausgefallen");
      editor.fill("#body", "Anmeldungen nehmen wir auf Papier an.");
      editor.locator("#ready").press("Space");
      editor.locator("button.primary").press("Enter");
      editor.navigate(program.staffUrl("/entwurf"));
      assertThat(editor.textContent("main"))
          .contains("Melderegister ausgefallen")
          .contains("Wohnung anmelden");
      editor.locator("button.primary").press("Enter");
      String review = editor.url();

      Page reader = signIn(browser, program, "lesen", "demo-lesen-nur");
      reader.navigate(review);
      assertThat(reader.locator("input[type=password]").count()).isZero();

      Page releaser = signIn(browser, program, "freigabe", "demo-freigabe");
      releaser.navigate(review);
      assertThat(releaser.textContent("main")).contains("Pressestelle").contains("1 neu");
      releaser.fill("#password", "demo-freigabe");
      releaser.locator("button.primary").press("Enter");

      String edition = awaitEdition(program, 2);
      assertThat(edition)
          .contains("Melderegister ausgefallen")
          .contains("\"state\":\"UNAVAILABLE\"")
          .doesNotContain("MESO")
          .doesNotContain("SRV-EWO");
      everyChannelTellsTheSame(program);
    }
    strangersToolsAcceptItAndRefuseATamperedCopy();
    assertThat(foreignRequests).isEmpty();
    Process verify =
        new ProcessBuilder(RunningProgram.command(List.of("verify", "--data", data.toString())))
            .inheritIO()
            .start();
    assertThat(verify.waitFor()).isZero();
  }

  private static void everyChannelTellsTheSame(RunningProgram program) throws Exception {
    for (String path : List.of("/", "/en/")) {
      assertThat(text(program, path)).as(path).contains("Melderegister ausgefallen");
    }
    assertThat(text(program, "/dienste/wohnung-anmelden/")).contains("geht gerade nicht");
    assertThat(text(program, "/feed.atom")).contains("Melderegister ausgefallen");
    assertThat(text(program, "/edition.txt"))
        .contains("Ausgabe 2")
        .contains("Melderegister ausgefallen")
        .contains("geht gerade nicht");
    assertThat(text(program, "/ansage.txt")).contains("Ausgabe 2");
    assertThat(text(program, "/cms.html")).contains("Ausgabe 2").contains("geht gerade nicht");
    assertThat(text(program, "/kurz.txt")).contains("Ausgabe 2");
    try (PDDocument poster = Loader.loadPDF(bytes(program, "/plakat.pdf"))) {
      assertThat(new PDFTextStripper().getText(poster)).contains("Ausgabe 2");
    }
  }

  private void strangersToolsAcceptItAndRefuseATamperedCopy() throws Exception {
    Path edition = data.resolve("towns/musterstadt/editions/2");
    Path key = data.resolve("towns/musterstadt/keys/minisign.pub").toAbsolutePath();
    List<String> list = List.of("sha256sum", "--quiet", "--check", "SHA256SUMS");
    List<String> signature = List.of("minisign", "-V", "-p", key.toString(), "-m", "SHA256SUMS");
    assertThat(exit(edition, list)).isZero();
    assertThat(exit(edition, signature)).isZero();

    Path copy = data.resolve("copy");
    assertThat(exit(data, List.of("cp", "-r", edition.toString(), copy.toString()))).isZero();
    assertThat(exit(data, List.of("chmod", "-R", "u+w", copy.toString()))).isZero();
    Path tape = copy.resolve("ansage.txt");
    Files.writeString(tape, Files.readString(tape).replace("Ausgabe 2", "Ausgabe 3"));
    assertThat(exit(copy, list)).isNotZero();
    Path sums = copy.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums).replaceFirst("^.", "g"));
    assertThat(exit(copy, signature)).isNotZero();
  }

  private static int exit(Path folder, List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String text(RunningProgram program, String path) throws Exception {
    return new String(bytes(program, path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(RunningProgram program, String path) throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(program.publicUrl(path))).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
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
    page.locator("button.primary").press("Enter");
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
