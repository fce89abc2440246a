package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.notbetrieb.Chromium;
import de.notbetrieb.HtmlCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who carries the edition elsewhere finds every text and sheet on one screen, without script. */
@Tag("browser")
class TakeAwayInTheBrowserTest {
  @TempDir Path folder;

  @Test
  void postsWithTheirPictureAndSheetsOfOfficesAreThereToBeTaken() {
    try (RunningStaff staff = RunningStaff.demonstration(folder);
        Chromium chromium = new Chromium();
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions().setLocale("de-DE").setBypassCSP(true))) {
      Page page = context.newPage();
      staff.signIn(page);
      String html = page.navigate(staff.url("/mitnehmen")).text();
      assertThat(HtmlCheck.problems("/mitnehmen", html)).isEmpty();
      assertThat(Chromium.axe(page, "/mitnehmen").violations()).isEmpty();
      assertThat(page.locator("#MASTODON-de").inputValue())
          .contains("Stadt Mössingen")
          .hasSizeLessThanOrEqualTo(500);
      assertThat(page.locator("#alt-de").inputValue()).contains("Anliegen:");
      assertThat(page.getByRole(AriaRole.MAIN).innerText()).contains("LEITSTELLE", "INFORMATION");
      assertThat(got(page, staff, "/mitnehmen/datei/bild.png")).isEqualTo("image/png");
      assertThat(got(page, staff, "/mitnehmen/datei/orte/rathaus/plakat.pdf"))
          .isEqualTo("application/pdf");
      assertThat(got(page, staff, "/mitnehmen/datei/dienste/index.html")).startsWith("text/plain");
      APIResponse none = page.request().get(staff.url("/mitnehmen/datei/orte/keiner/plakat.pdf"));
      assertThat(none.status()).isEqualTo(404);
      page.setViewportSize(1280, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", "mitnehmen.png")));
    }
  }

  private static String got(Page page, RunningStaff staff, String path) {
    APIResponse answer = page.request().get(staff.url(path));
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.headers().getOrDefault("content-type", "");
  }
}
