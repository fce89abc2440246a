package de.notbetrieb.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import de.notbetrieb.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One person on an empty machine, from the first page to the first edition, its ZIP and its block,
 * in a browser without JavaScript. Counts every field that is filled and every control that is
 * activated, by keyboard alone. A program of its own, so that it can run where there is no network.
 */
final class ColdStart {
  private static final String PASSWORD = "fuenf zufaellige Woerter hier";

  private final Page page;
  private final RunningProgram program;
  private int inputs;

  private ColdStart(Page page, RunningProgram program) {
    this.page = page;
    this.program = program;
  }

  /** What came of it, one line each: inputs, the file of the ZIP, the beginning of the block. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    boolean prepared = arguments[0].equals("file");
    try (RunningProgram program = RunningProgram.empty(folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      BrowserContext context =
          chromium
              .browser()
              .newContext(
                  new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("de-DE"));
      ColdStart story = new ColdStart(context.newPage(), program);
      story.page.navigate(program.staffUrl("/"));
      if (prepared) {
        story.upload(Path.of(arguments[2]));
      } else {
        story.answer();
      }
      story.publish(folder);
      System.out.println("inputs " + story.inputs);
    }
  }

  private void answer() {
    fill("town", "Mössingen");
    fill("street", "Rathausplatz 1");
    fill("phone", "030 23125-100");
    fill("hours", "Mo-Fr 8-12 Uhr, Do 14-18 Uhr");
    tick("down-netz");
    tick("down-rechenzentrum");
    tick("open-post");
    account();
  }

  private void upload(Path file) {
    activate("details summary >> nth=0");
    page.setInputFiles("#file", file);
    inputs++;
    tick("down-netz");
    account();
  }

  private void account() {
    fill("name", "Hauptamt");
    fill("password", PASSWORD);
    activate("main button.primary");
  }

  private void publish(Path folder) throws IOException {
    List<String> words = page.locator(".by-hand li").allTextContents();
    Files.write(folder.resolve("words.txt"), words);
    activate("main a.primary");
    activate("main button.primary");
    fill("alone", "Erste Stunde, noch niemand sonst hier");
    fill("password", PASSWORD);
    activate("main button.primary");
    Download zip = page.waitForDownload(() -> activate("main a.primary"));
    zip.saveAs(folder.resolve("seite.zip"));
    activate("a[href='/mitnehmen/cms.html']");
    Files.writeString(folder.resolve("block.txt"), page.textContent("body"));
    awaitPublicPage();
    Files.writeString(folder.resolve("start.html"), page.content());
  }

  /** The edge looks at its store once a second. */
  private void awaitPublicPage() {
    for (int i = 0; i < 40 && page.navigate(program.publicUrl("/")).status() != 200; i++) {
      page.waitForTimeout(250);
    }
  }

  private void fill(String field, String words) {
    page.fill("#" + field, words);
    inputs++;
  }

  private void tick(String field) {
    page.locator("#" + field).press("Space");
    inputs++;
  }

  private void activate(String control) {
    page.locator(control).first().press("Enter");
    inputs++;
  }
}
