package de.notbetrieb.channel.cms;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CmsChannelTest {
  @Test
  void theBlockTellsTheSameStoryWithAbsoluteLinks() {
    String block = of(Examples.moessingen()).text("cms.html");
    assertThat(block)
        .contains(
            "Das Rathaus ist offen.", "Ausgabe 7", "DEMONSTRATION", "Kommen Sie hierher: Rathaus")
        .contains("https://notbetrieb.moessingen.example/dienste/perso/")
        .doesNotContain("030 23125-0", "href=\"/", "href=\".", "href=\"d");
  }

  @Test
  void itStaysInItsPlaceOnAForeignPage() {
    for (String path : new String[] {"cms.html", "en/cms.html"}) {
      String block = of(Examples.moessingen()).text(path);
      assertThat(block)
          .doesNotContainIgnoringCase("<script", "<style", "<link", "<img", "<h1", "src=", "class=")
          .doesNotContainPattern("\\son[a-z]+=");
      assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(block).results())
          .isNotEmpty()
          .allMatch(id -> id.group(1).startsWith("notbetrieb-moessingen-"));
    }
  }

  @Test
  void itKeepsItsLimitWithEndlessTexts() {
    Edition edition = RandomEditions.full(3, words -> (words + " <&\"> ").repeat(400));
    assertThat(of(edition).bytes("cms.html")).hasSizeLessThanOrEqualTo(CmsBlock.MOST_BYTES);
  }

  @Test
  void hostileWordsStayWords() {
    String block =
        of(RandomEditions.full(3, w -> w + "\"><script>alert(1)</script>\u202E")).text("cms.html");
    assertThat(block).doesNotContain("<script", "\u202E").contains("&lt;script");
  }

  private static Rendered of(Edition edition) {
    return Rendered.of(new CmsChannel(), edition);
  }
}
