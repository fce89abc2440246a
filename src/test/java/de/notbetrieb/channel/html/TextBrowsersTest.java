package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.edition.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads with a text browser, over a thin line or aloud, reads everything that a page says. */
@Tag("browser")
class TextBrowsersTest {
  private static final List<String> PAGES =
      List.of(
          "index.2023-11-21.html",
          "dienste/index.html",
          "dienste/perso/index.html",
          "telefon/index.html",
          "orte/index.2023-11-21.html",
          "mitnehmen/index.html",
          "en/index.2023-11-21.html");
  private static final Pattern HEAD = Pattern.compile("(?s)<head>.*?</head>|<!--.*?-->");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  @TempDir Path folder;

  @Test
  void lynxAndW3mShowEveryWordOfAPage() throws IOException {
    RenderedSite site = RenderedSite.of(Examples.moessingen());
    Path file = folder.resolve("page.html");
    for (String page : PAGES) {
      Files.writeString(file, site.page(page));
      List<String> words = words(site.page(page));
      assertThat(words).as(page).hasSizeGreaterThan(50);
      String lynx =
          Commands.run(
              new byte[0],
              "lynx",
              "-dump",
              "-width=1000",
              "-assume_charset=utf-8",
              "-display_charset=utf-8",
              file.toString());
      String w3m =
          Commands.run(
              new byte[0],
              "w3m",
              "-dump",
              "-cols",
              "1000",
              "-I",
              "UTF-8",
              "-O",
              "UTF-8",
              file.toString());
      assertThat(missing(words, lynx)).as("lynx, " + page).isEmpty();
      assertThat(missing(words, w3m)).as("w3m, " + page).isEmpty();
    }
  }

  private static List<String> missing(List<String> words, String shown) {
    String all = plain(shown);
    return words.stream().filter(word -> !all.contains(word)).toList();
  }

  /** The words between the tags; buttons and fields show themselves in each browser's own way. */
  private static List<String> words(String html) {
    String text = TAGS.matcher(HEAD.matcher(html).replaceAll("")).replaceAll(" ");
    return Arrays.stream(plain(text).split("\\s+"))
        .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .toList();
  }

  /** Numbers of links and the signs that a browser draws for others are left out. */
  private static String plain(String text) {
    return text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replaceAll("\\[\\d+]", "");
  }
}
