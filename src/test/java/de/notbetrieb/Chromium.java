package de.notbetrieb;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Debian's browser, driven by Playwright, and the accessibility rules to hold its pages against. */
public final class Chromium implements AutoCloseable {
  private static final String RULES =
      "{resultTypes:['violations','incomplete'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}";
  private static final String JUDGE =
      """
      async () => {
        const found = await axe.run(document, RULES);
        const told = all =>
          all.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' '
            + n.any.map(a => a.message).join(' ')).slice(0, 3).join(' | '));
        return {violations: told(found.violations), incomplete: told(found.incomplete)};
      }
      """
          .replace("RULES", RULES);
  private static final String AXE = resource("/vendor/axe/axe.min.js");

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    // a machine that does other things too is slow, not wrong
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  public Browser browser() {
    return browser;
  }

  /** What axe finds wrong with the page, and what it leaves to people. */
  public record Judged(List<String> violations, List<String> incomplete) {}

  public static Judged axe(Page page, String where) {
    page.evaluate(AXE);
    Map<?, ?> found = (Map<?, ?>) page.evaluate(JUDGE);
    return new Judged(told(found.get("violations"), where), told(found.get("incomplete"), where));
  }

  private static List<String> told(@Nullable Object found, String where) {
    return ((List<?>) Objects.requireNonNull(found))
        .stream().map(one -> where + ": " + one).toList();
  }

  /** How wide all of the page is, also beyond the screen; the page's own scripts are not needed. */
  public static int width(Page page) {
    CDPSession asked = page.context().newCDPSession(page);
    try {
      return asked
          .send("Page.getLayoutMetrics")
          .getAsJsonObject("cssContentSize")
          .get("width")
          .getAsInt();
    } finally {
      asked.detach();
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Optional.ofNullable(Chromium.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
