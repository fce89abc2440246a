package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.notbetrieb.Chromium;
import de.notbetrieb.HtmlCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses and the change of the key as people do them, and the pages that no link leads to. */
@Tag("browser")
class GenuineInTheBrowserTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir Path folder;

  @Test
  void weSignForAPartnerAndChangeTheKey() throws IOException {
    try (Chromium chromium = new Chromium();
        RunningStaff staff = RunningStaff.demonstration(folder.resolve("data"));
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setViewportSize(1280, 900)
                        .setAcceptDownloads(true))) {
      Page page = context.newPage();
      page.setDefaultTimeout(60_000);
      staff.signIn(page);
      page.navigate(staff.url("/ausgaben"));
      page.click("main a[href='/zeugen']");
      look(page, "witnesses");
      page.click("text=belsen.example");
      look(page, "partner-left");
      page.click("text=Zurück zu den Zeugen");
      Download own = page.waitForDownload(() -> page.click("text=note.pub herunterladen"));
      assertThat(own.suggestedFilename()).isEqualTo("note.pub");
      sign(page);
      compare(page, staff, Files.readString(own.path()));
      change(page, staff);
    }
  }

  private void sign(Page page) throws IOException {
    page.fill("#request", "Guten Tag");
    page.fill("#password", "falsch");
    page.click("button:has-text('Unterschreiben')");
    assertThat(page.textContent("#request-wrong")).contains("keine Anfrage an Zeugen");
    look(page, "witnesses-wrong");
    page.fill("#request", "");
    page.setInputFiles("#requestFile", file("anfrage.txt", RunningStaff.asked()));
    page.fill("#password", RunningStaff.PASSWORD);
    page.click("button:has-text('Unterschreiben')");
    look(page, "witness-signed");
    String shown = page.inputValue("#line");
    Download answer = page.waitForDownload(() -> page.click("text=Antwort herunterladen"));
    assertThat(answer.suggestedFilename()).isEqualTo("antwort-ofterdingen.example-2.txt");
    assertThat(Files.readString(answer.path())).isEqualTo(shown).startsWith("— ");
    page.click("text=Zurück zu den Zeugen");
  }

  private void compare(Page page, RunningStaff staff, String own) throws IOException {
    page.fill("#key", own);
    page.click("text=Kennung zeigen");
    assertThat(page.textContent("#key-wrong")).contains("unser eigener Schlüssel");
    page.fill("#key", "");
    page.setInputFiles("#keyFile", file("note.pub", RunningStaff.stranger()));
    page.click("text=Kennung zeigen");
    look(page, "witness-compare");
    page.check("#compared");
    page.click("button:has-text('Partnerstadt aufnehmen')");
    page.waitForURL(staff.url("/zeugen?done=known#content"));
    assertThat(page.textContent("main")).contains("Die Partnerstadt ist aufgenommen.");
  }

  private void change(Page page, RunningStaff staff) throws IOException {
    page.navigate(staff.url("/schluessel"));
    look(page, "key");
    page.fill("#reason", "Ein Rechner ist weg");
    page.check("#sure");
    page.fill("#password", "falsch");
    page.click("text=Schlüssel endgültig wechseln");
    look(page, "key-wrong");
    assertThat(page.inputValue("#reason")).isEqualTo("Ein Rechner ist weg");
    page.fill("#password", RunningStaff.PASSWORD);
    page.click("text=Schlüssel endgültig wechseln");
    look(page, "key-changed");
    assertThat(page.locator(".by-hand li").count()).isEqualTo(9);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void look(Page page, String name) throws IOException {
    for (int width : new int[] {360, 1280}) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("staff-genuine-" + name + "-" + width + ".png"))
              .setFullPage(true));
    }
    assertThat(HtmlCheck.problems(name, page.content())).isEmpty();
    assertThat(Chromium.axe(page, name).violations()).isEmpty();
  }
}
