package de.notbetrieb.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.notbetrieb.Chromium;
import de.notbetrieb.platform.Text;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways in, offices and the phone book as an editor uses them. */
@Tag("browser")
class FactsInTheBrowserTest {
  @TempDir static Path folder;
  private static Chromium chromium;
  private static RunningStaff staff;
  private static String signedIn;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    staff = RunningStaff.demonstration(folder.resolve("data"));
    signedIn = staff.signedIn(chromium.browser());
  }

  @AfterAll
  static void stop() {
    staff.close();
    chromium.close();
  }

  @BeforeEach
  void open() {
    page =
        chromium
            .browser()
            .newPage(new Browser.NewPageOptions().setLocale("de-DE").setStorageState(signedIn));
    page.setDefaultTimeout(60_000);
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  @Test
  void twoClicksSayThatALineIsDead() {
    page.navigate(staff.url("/wege"));
    link("Ändern Stadtwerke").click();
    assertThat(page.getByText("Unter jedem Zustand steht, was daraus folgt")).isVisible();
    button("geht nicht").click();
    assertThat(row("Stadtwerke 030 23125-300")).containsText("geht nicht");
  }

  @Test
  void theEnterKeySavesWordsAndNoOtherState() {
    page.navigate(staff.url("/wege?weg=briefkasten"));
    page.getByText("Ein Satz dazu").click();
    page.fill("#until", "Das gilt bis Freitag.");
    page.press("#until", "Enter");
    assertThat(row("Briefkasten am Rathaus")).containsText("Das gilt bis Freitag.");
    assertThat(row("Briefkasten am Rathaus")).containsText("geht");
  }

  @Test
  void hoursThatNobodyCanReadStayInTheirFieldWithAWordAboutThem() {
    page.navigate(staff.url("/orte/rathaus"));
    page.getByText("Regelmäßige Zeiten ändern").click();
    page.fill("#hours", "meistens");
    save();
    assertThat(page.locator("#hours-wrong")).containsText("lässt sich nicht");
    assertThat(page.locator("#hours")).hasValue("meistens");
    page.fill("#hours", "Mo-Fr 8-12 Uhr");
    save();
    assertThat(page.getByText("Montag bis Freitag 8 bis 12 Uhr")).isVisible();
  }

  @Test
  void closedDaysAreListedAndTakenBack() {
    page.navigate(staff.url("/orte/stadtwerke-haus"));
    page.getByText("Andere Zeiten oder geschlossen").click();
    page.fill("#from", "2023-11-23");
    page.fill("#to", "2023-11-24");
    page.fill("#why", "Wegen der IT-Störung.");
    save();
    assertThat(page.locator(".lines li")).hasCount(2);
    assertThat(page.locator(".lines li").first()).containsText("geschlossen Wegen der IT-Störung.");
    page.locator(".lines button").first().click();
    assertThat(page.locator(".lines li")).hasCount(1);
  }

  @Test
  void aNumberIsAddedFoundByItsDigitsAndRemoved() {
    page.navigate(staff.url("/telefonbuch/nummern/neu"));
    page.fill("#label", "Bürgertelefon");
    page.fill("#value", "keine Nummer");
    save();
    assertThat(page.locator(".problem")).containsText("keine Nummer");
    assertThat(page.locator("#label")).hasValue("Bürgertelefon");
    page.fill("#value", "030 23125-777");
    save();
    page.fill("#suche", "23125777");
    button("Suchen").click();
    link("Ändern Bürgertelefon").click();
    button("Entfernen").click();
    page.navigate(staff.url("/telefonbuch?suche=Bürgertelefon"));
    assertThat(page.getByText("steht hier nichts")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({
    "/wege?weg=telefon-zentrale, button[value=LIMITED]",
    "/orte/rathaus, button[value=RESTRICTED]",
    "/dienste/wohngeld, form[action$=wort] button",
    "/dienste/personalausweis/dauer, form[action$=dauer] button",
    "/telefonbuch/nummern/telefon-stoerung, main button.primary",
    "/telefonbuch/einheiten/it, main button.primary",
    "/wort/kopf/masthead, main button.primary",
    "/wort/hinweise/fristen-laufen, main button.primary",
    "/wort/meldungen/montag-geschlossen, main button.primary",
    "/wort/normal/wasser-und-strom, main button.primary"
  })
  void savingAFormAsItIsLosesNoLanguage(String form, String save) {
    List<Text> before = staff.words();
    page.navigate(staff.url(form));
    page.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.status() == 303,
        () -> page.locator(save).first().click());
    Assertions.assertThat(staff.words()).isEqualTo(before);
    Assertions.assertThat(before).filteredOn(text -> text.tr().isPresent()).hasSizeGreaterThan(300);
  }

  @Test
  void changedWordsLoseTheTranslationsThatAreNotOnTheForm() {
    page.navigate(staff.url("/orte/buecherei-haus"));
    assertThat(page.getByText("Übersetzungen in weitere Sprachen")).isVisible();
    page.fill("#note", "Die Bücherei ist offen.");
    page.fill("#noteEn", "The library is open.");
    page.locator("button[value=OPEN]").click();
    Assertions.assertThat(staff.words())
        .contains(Text.of("Die Bücherei ist offen.", "The library is open."));
    page.navigate(staff.url("/uebersetzungen/tr"));
    Locator old =
        page.locator("section", new Page.LocatorOptions().setHasText("Die Bücherei ist offen."));
    assertThat(old).containsText("Kütüphane kapalı. Mahalle yönetimlerindeki kütüphaneler açık.");
  }

  @Test
  void aScreenLeadsToItsChapter() {
    page.navigate(staff.url("/telefonbuch"));
    link("Hilfe zu dieser Seite").click();
    assertThat(
            page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Zugangswege, Standorte, Telefonbuch")))
        .isVisible();
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private Locator row(String begin) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(begin));
  }

  /** The save button that can be seen; others lie in closed parts of the page. */
  private void save() {
    page.locator("main button:visible", new Page.LocatorOptions().setHasText("Speichern")).click();
  }
}
