package de.notbetrieb.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.notbetrieb.Chromium;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people open the same thing; the later one sees what the first made of it, and types nothing twice. */
@Tag("browser")
class TwoAtOnceInTheBrowserTest {
  private static final Pattern MEANWHILE = Pattern.compile("inzwischen jemand anderes geändert");

  @TempDir static Path folder;
  private static Chromium chromium;
  private static RunningStaff staff;
  private static String one;
  private static String another;
  private Page first;
  private Page later;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    staff = RunningStaff.demonstration(folder.resolve("data"));
    one = staff.signedIn(chromium.browser());
    another = staff.signedIn(chromium.browser());
  }

  @AfterAll
  static void stop() {
    staff.close();
    chromium.close();
  }

  @BeforeEach
  void open() {
    first = page(one);
    later = page(another);
  }

  @AfterEach
  void close() {
    first.context().close();
    later.context().close();
  }

  private static Page page(String signedIn) {
    Page page =
        chromium
            .browser()
            .newPage(new Browser.NewPageOptions().setLocale("de-DE").setStorageState(signedIn));
    page.setDefaultTimeout(60_000);
    return page;
  }

  private void bothOpen(String path) {
    first.navigate(staff.url(path));
    later.navigate(staff.url(path));
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  private void theLaterOneIsTold() {
    assertThat(later.locator(".problem")).containsText(MEANWHILE);
  }

  @Test
  void onAServiceBothSentencesAreThereToChooseFrom() {
    bothOpen("/dienste/personalausweis");
    first.fill("#sentence", "Mit Termin am Schalter.");
    first.fill("#reason", "Schalter besetzt");
    click(first, "Speichern");
    later.fill("#sentence", "Nur im Nachbarort.");
    later.fill("#reason", "Drucker kaputt");
    click(later, "Speichern");

    theLaterOneIsTold();
    assertThat(later.locator("#sentence")).hasValue("Nur im Nachbarort.");
    assertThat(later.locator("#reason")).hasValue("Drucker kaputt");
    assertThat(later.getByText("Mit Termin am Schalter.").first()).isVisible();

    click(later, "Speichern");
    assertThat(later.locator("#sentence")).hasValue("Nur im Nachbarort.");
    assertThat(later.locator(".problem")).hasCount(0);
  }

  @Test
  void whatIsMissingIsSaidAtTheFieldAndNothingTypedIsLost() {
    first.navigate(staff.url("/dienste/reisepass"));
    first.fill("#sentence", "Mit Termin am Schalter.");
    first.fill("#reason", "   ");
    click(first, "Speichern");

    assertThat(first.locator("#reason-wrong")).containsText("Der Grund fehlt");
    assertThat(first.locator("#sentence")).hasValue("Mit Termin am Schalter.");
  }

  @Test
  void onAWayIn() {
    bothOpen("/wege?weg=briefkasten");
    for (Page page : new Page[] {first, later}) {
      page.getByText("Ein Satz dazu").click();
    }
    first.fill("#note", "Viele Anrufe.");
    first.press("#until", "Enter");
    later.fill("#note", "Nur vormittags.");
    later.press("#until", "Enter");

    theLaterOneIsTold();
    assertThat(later.locator("#note")).hasValue("Nur vormittags.");
    assertThat(later.locator(".meanwhile").first()).containsText("Viele Anrufe.");
  }

  @Test
  void onRegularHours() {
    bothOpen("/orte/rathaus");
    for (Page page : new Page[] {first, later}) {
      page.getByText("Regelmäßige Zeiten ändern").click();
    }
    first.fill("#hours", "Mo-Fr 8-12 Uhr");
    first.locator("form[action$='/zeiten'] button").click();
    later.fill("#hours", "Mo-Fr 9-11 Uhr");
    later.locator("form[action$='/zeiten'] button").click();

    theLaterOneIsTold();
    assertThat(later.locator("#hours")).hasValue("Mo-Fr 9-11 Uhr");
  }

  @Test
  void onASystemTheOneThatIsSavedIsShown() {
    bothOpen("/systeme?system=stadtwerke-leittechnik");
    first.locator(".choice button:enabled").first().click();
    later.locator(".choice button:enabled").last().click();

    theLaterOneIsTold();
  }

  @Test
  void oneSentenceIsSaidOfSeveralServicesAfterALookAtEach() {
    first.navigate(staff.url("/dienste"));
    first.getByLabel("Führungszeugnis auswählen").check();
    first.getByLabel("Meldebescheinigung auswählen").check();
    click(first, "Für alle Ausgewählten dasselbe sagen");
    first.selectOption("#state", "LIMITED");
    first.fill("#sentence", "Nur mit Termin.");
    first.fill("#reason", "Ein Schalter für alles");
    click(first, "Zeigen, was sich ändert");
    assertThat(first.locator("tbody tr")).hasCount(2);
    assertThat(first.getByText("Nur mit Termin.")).hasCount(2);
    click(first, "Für alle speichern");

    assertThat(first.locator("tr", new Page.LocatorOptions().setHasText("Nur mit Termin.")))
        .hasCount(2);
  }

  @Test
  void theJournalShowsWhatSomebodyAskedItFor() {
    first.navigate(staff.url("/journal"));
    first.selectOption("#kind", "publishing.release");
    click(first, "Anzeigen");

    assertThat(first.locator("tbody tr")).hasCount(1);
    assertThat(first.locator("tbody tr")).containsText("Ausgabe");
    first.fill("#from", "2099-01-01");
    click(first, "Anzeigen");
    assertThat(first.getByText("Dazu gibt es keinen Eintrag")).isVisible();
  }
}
