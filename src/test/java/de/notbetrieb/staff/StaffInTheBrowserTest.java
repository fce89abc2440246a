package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import de.notbetrieb.Chromium;
import de.notbetrieb.HtmlCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every screen of the staff in a browser, in both languages: filled, empty, and after a form that was
 * sent with nothing in it. The screens come from the program's own routes.
 */
@Tag("browser")
class StaffInTheBrowserTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  /** Answers that are no pages. */
  static final List<String> FILES =
      List.of(
          "/formats/town-file.schema.json",
          "/mitnehmen/{file}",
          "/zeugen/note.pub",
          "/zeugen/anfrage",
          "/zeugen/zeugen.txt",
          "/stellen/{place}/datei/{file}",
          "/mitnehmen/datei/{*path}",
          "/anfragen/{id}/vorschau/datei/{*path}",
          "/stadtdatei/stadt.yaml");

  /** What else a screen shows when it is asked for. */
  private static final List<String> VARIANTS =
      List.of(
          "/systeme?system=netz",
          "/wege?weg=telefon-zentrale",
          "/stellen/tuer-rathaus",
          "/stellen/webspeicher",
          "/anmelden?error",
          "/anmelden?wait",
          "/journal?before=5");

  @TempDir static Path folder;
  private static Chromium chromium;
  private static RunningStaff filled;
  private static RunningStaff empty;
  private static RunningStaff nobody;

  private final List<String> wrong = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    filled = RunningStaff.demonstration(folder.resolve("filled"));
    empty = RunningStaff.freshTown(folder.resolve("empty"));
    nobody = RunningStaff.nobody(folder.resolve("nobody"));
  }

  @AfterAll
  static void stop() {
    Stream.of(filled, empty, nobody).forEach(RunningStaff::close);
    chromium.close();
  }

  @Test
  void axeAndTheValidatorFindNothingOnAnyScreen() throws IOException {
    for (String language : List.of("de-DE", "en-GB")) {
      try (BrowserContext context = context(language, 1280)) {
        Page page = context.newPage();
        filled.signIn(page);
        filled.pages(FILES).forEach(path -> look(page, filled, path, language));
        VARIANTS.forEach(path -> look(page, filled, path, language));
      }
      try (BrowserContext context = context(language, 1280)) {
        Page page = context.newPage();
        empty.signIn(page);
        empty.pages(FILES).forEach(path -> look(page, empty, path, language));
      }
      try (BrowserContext context = context(language, 1280)) {
        look(context.newPage(), nobody, "/anfang", language);
      }
    }
    report();
  }

  @Test
  void whatAFormSaysWhenNothingWasTypedIsAsGood() throws IOException {
    int refused = 0;
    for (String language : List.of("de-DE", "en-GB")) {
      for (RunningStaff staff : List.of(empty, nobody)) {
        try (BrowserContext context = context(language, 1280)) {
          Page page = context.newPage();
          if (staff == empty) {
            staff.signIn(page);
          }
          for (String path : staff == nobody ? List.of("/anfang") : staff.pages(FILES)) {
            refused += sendEmpty(page, staff, path, language);
          }
        }
      }
    }
    assertThat(refused).as("forms that said no").isGreaterThan(10);
    report();
  }

  @Test
  void noScreenScrollsSidewaysOnASmallPhone() {
    try (BrowserContext context = context("de-DE", 320)) {
      Page page = context.newPage();
      filled.signIn(page);
      for (String path : Stream.of(filled.pages(FILES), VARIANTS).flatMap(List::stream).toList()) {
        page.navigate(filled.url(path));
        for (int screen : new int[] {360, 320}) {
          page.setViewportSize(screen, 900);
          int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
          if (width > screen) {
            wrong.add(path + " is " + width + " wide on " + screen);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyScreenCanBeReadInTheDark() throws IOException {
    try (BrowserContext context = context("de-DE", 1280)) {
      Page page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      filled.signIn(page);
      for (String path : Stream.of(filled.pages(FILES), VARIANTS).flatMap(List::stream).toList()) {
        page.navigate(filled.url(path));
        Chromium.Judged judged = Chromium.axe(page, path + " dark");
        wrong.addAll(judged.violations());
        undecided.addAll(judged.incomplete());
      }
    }
    report();
  }

  private BrowserContext context(String language, int width) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setViewportSize(width, 900)
                    .setBypassCSP(true));
    context.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:")) {
            foreign.add(request.url());
          }
        });
    return context;
  }

  private void look(Page page, RunningStaff staff, String path, String language) {
    Response answer = page.navigate(staff.url(path));
    judge(page, answer, path + " " + language);
  }

  private void judge(Page page, Response answer, String where) {
    if (answer.status() >= 500) {
      wrong.add(where + " answered " + answer.status());
    }
    Chromium.Judged judged = Chromium.axe(page, where);
    wrong.addAll(judged.violations());
    undecided.addAll(judged.incomplete());
    wrong.addAll(HtmlCheck.problems(where, answer.text()));
  }

  /** Sends every form of the page with its fields emptied. */
  private int sendEmpty(Page page, RunningStaff staff, String path, String language) {
    page.navigate(staff.url(path));
    int forms = (Integer) page.evaluate("document.querySelectorAll('main form').length");
    int refused = 0;
    for (int i = 0; i < Math.min(forms, 4); i++) {
      page.navigate(staff.url(path));
      String form = "document.querySelectorAll('main form')[" + i + "]";
      Response answer =
          page.waitForResponse(
              StaffInTheBrowserTest::isPage,
              () ->
                  page.evaluate(
                      "() => { window.isOld = true; const f = "
                          + form
                          + "; if (!f) { location.reload(); return; } for (const e of f.elements) {"
                          + " e.required = false; if (['text','password','textarea','datetime-local',"
                          + "'date','search','tel'].includes(e.type)) e.value = ''; }"
                          + " f.requestSubmit(f.querySelector('[type=submit]:not([disabled])')); }"));
      page.waitForFunction("!window.isOld && document.readyState === 'complete'");
      if (answer.status() >= 400) {
        refused++;
        judge(page, answer, path + " form " + i + " " + language);
      }
    }
    return refused;
  }

  private static boolean isPage(Response response) {
    boolean redirects = response.status() >= 300 && response.status() < 400;
    return response.request().isNavigationRequest() && !redirects;
  }

  private void report() throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(
        PICTURES.resolve("axe-incomplete-staff.txt"),
        undecided,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertThat(new TreeSet<>(wrong)).isEmpty();
    assertThat(new TreeSet<>(foreign)).isEmpty();
  }
}
