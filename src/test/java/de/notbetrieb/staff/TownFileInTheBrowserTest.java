package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import de.notbetrieb.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's facts carried away as a file, edited, and brought back: without JavaScript. */
@Tag("browser")
class TownFileInTheBrowserTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private static final String TAKE = "form[action='/stadtdatei/uebernehmen'] button";

  @TempDir static Path folder;
  private static Chromium chromium;
  private static RunningStaff staff;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    staff = RunningStaff.demonstration(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    staff.close();
    chromium.close();
  }

  @Test
  void whatWasCarriedAwayComesBackUnchangedWrongOrEdited() throws IOException {
    try (BrowserContext context = context(1280)) {
      Page page = context.newPage();
      staff.signIn(page);
      String file = carriedAway(page);

      send(page, file);
      assertThat(page.textContent("main")).contains("Diese Datei ändert nichts.");

      send(page, file.replace("systems:", "sytems:"));
      assertThat(page.textContent(".problem"))
          .contains("stadt.yaml:", "sytems", "Meinten Sie „systems“?");
      look(page, "wrong");

      String edited = file.replaceFirst("(?m)^  name: Rathaus$|de: Rathaus$", "$0 am Platz");
      assertThat(edited).isNotEqualTo(file);
      send(page, edited);
      assertThat(page.textContent("main")).contains("Wird geändert", "Standort rathaus (name)");
      look(page, "plan");
      page.click(TAKE);
      page.waitForURL(staff.url("/stadtdatei?taken=true"));
      assertThat(page.textContent("main")).contains("Die Datei ist übernommen.");
      assertThat(carriedAway(page)).contains("Rathaus am Platz");

      send(page, file);
      Page meanwhile = context.newPage();
      send(meanwhile, file);
      meanwhile.click(TAKE);
      page.click(TAKE);
      assertThat(page.textContent("main"))
          .contains("Seit Ihrer Prüfung hat jemand etwas geändert.", "Diese Datei ändert nichts.");
    }
  }

  @Test
  void itFitsASmallPhone() throws IOException {
    try (BrowserContext context = context(360)) {
      Page page = context.newPage();
      staff.signIn(page);
      page.navigate(staff.url("/stadtdatei"));
      look(page, "small");
    }
  }

  private static BrowserContext context(int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setViewportSize(width, 800)
                .setAcceptDownloads(true));
  }

  private static String carriedAway(Page page) throws IOException {
    page.navigate(staff.url("/stadtdatei"));
    Download download = page.waitForDownload(() -> page.click("text=Stadtdatei herunterladen"));
    assertThat(download.suggestedFilename()).isEqualTo("moessingen.yaml");
    return Files.readString(download.path());
  }

  private static void send(Page page, String yaml) throws IOException {
    Path file = folder.resolve("stadt.yaml");
    Files.writeString(file, yaml);
    page.navigate(staff.url("/stadtdatei"));
    page.setInputFiles("#file", file);
    page.click("text=Prüfen");
  }

  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("staff-town-file-" + name + ".png"))
            .setFullPage(true));
    assertThat(Chromium.axe(page, name).violations()).isEmpty();
  }
}
