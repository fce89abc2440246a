package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.RandomEditions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever stands in a text, it stays text. */
class HostileTextsTest {
  private static final RenderedSite SITE =
      RenderedSite.of(RandomEditions.full(11, HostileTextsTest::hostile));

  /** Closes what it can close, opens what it can open, and turns the rest around. */
  static String hostile(String words) {
    return words
        + "</script><script>boese()</script>\" onfocus=\"boese()\" x='&amp;<!--\u202Eeslaf\u2028\u0000\uD800"
        + "javascript:boese()";
  }

  @Test
  void noTextBecomesAnElementOrAnAttribute() {
    SITE.pages()
        .forEach(
            (path, html) ->
                assertThat(html)
                    .as(path)
                    .doesNotContain("<script>boese")
                    .doesNotContainPattern("<[^<>]*\" onfocus")
                    .doesNotContain("href=\"javascript:")
                    .doesNotContainPattern("<[^<>]* x='"));
  }

  @Test
  void noTextTurnsThePageAroundOrBreaksIt() {
    for (Map.Entry<String, byte[]> file : SITE.files.entrySet()) {
      if (!file.getKey().endsWith(".woff2")) {
        assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
            .as(file.getKey())
            .doesNotContain("\u202E", "\u0000", "\uFFFD");
      }
    }
  }

  @Test
  void textsAreShownAsTheyWereWritten() {
    assertThat(SITE.page("index.html")).contains("&lt;/script>&lt;script>boese()&lt;/script>");
  }
}
