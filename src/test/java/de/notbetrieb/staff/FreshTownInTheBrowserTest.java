package de.notbetrieb.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.notbetrieb.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says to somebody who has just begun. */
@Tag("browser")
class FreshTownInTheBrowserTest {
  @TempDir Path folder;

  @Test
  void theStartPageSaysWhatIsStillToDoAndAFileThatIsTooLargeIsRefusedInWords() throws Exception {
    try (Chromium chromium = new Chromium();
        RunningStaff staff = RunningStaff.freshTown(folder.resolve("data"))) {
      Page page = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("de-DE"));
      page.setDefaultTimeout(60_000);
      staff.signIn(page);

      Locator todos = page.locator("ul", new Page.LocatorOptions().setHasText("zweite Person"));
      assertThat(todos).containsText("Eine zweite Person hinzufügen");
      assertThat(todos).containsText("Die ersten Worte der Seite");
      assertThat(todos).containsText("Wo die Seite steht, ist noch nicht gesagt");

      Path large = folder.resolve("stadt.yaml");
      Files.write(large, new byte[60 << 20]);
      page.navigate(staff.url("/stadtdatei"));
      page.setInputFiles("input[type=file]", large);
      page.locator("form[enctype='multipart/form-data'] button").click();
      assertThat(page.locator(".problem")).containsText("zu groß");
    }
  }

  @Test
  void whatTakesLongerThanASecondSaysSoAndIsSentOnce() {
    try (Chromium chromium = new Chromium();
        RunningStaff staff = RunningStaff.freshTown(folder.resolve("data"))) {
      Page page = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("de-DE"));
      page.setDefaultTimeout(60_000);
      staff.signIn(page);
      page.navigate(staff.url("/entwurf"));
      List<Route> unanswered = new ArrayList<>();
      page.route("**/anfragen", unanswered::add);
      // the answer goes elsewhere, so that the page that waits can be looked at
      page.evaluate(
          "document.body.append(Object.assign(document.createElement('iframe'), {name: 'aside'}));"
              + "document.querySelector('#ask').target = 'aside'");
      page.locator("#ask button").click();

      assertThat(page.locator("#working progress")).isVisible();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Bitte warten Sie einen Moment.");
      page.locator("#ask button").click();
      assertThat(page.locator("#ask[aria-busy=true]")).isVisible();
      assertThat(unanswered).hasSize(1);
    }
  }
}
