package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The handbook is complete, and each screen finds its chapter. */
class HandbookTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  private final Handbook handbook = new Handbook();

  @Test
  void everyFileOfTheHandbookIsAChapter() throws IOException {
    try (var files = Files.list(Path.of("docs/handbuch"))) {
      List<String> written =
          files.map(file -> file.getFileName().toString().replace(".md", "")).toList();
      assertThat(Handbook.CHAPTERS).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void everyChapterHasATitleAndLinksOnlyToChapters() {
    for (Handbook.Chapter chapter : handbook.all()) {
      assertThat(chapter.title()).as(chapter.name()).isNotBlank();
      Matcher link = LINK.matcher(chapter.html());
      while (link.find()) {
        assertThat(link.group(1)).startsWith("/hilfe/");
        assertThat(handbook.chapter(link.group(1).substring("/hilfe/".length())))
            .as(chapter.name() + " to " + link.group(1))
            .isPresent();
      }
    }
  }

  @Test
  void everyEntryOfTheNavigationHasAChapterOfItsOwn() {
    for (String key : StaffFrames.keys()) {
      String chapter = Handbook.pathFor(key).substring("/hilfe/".length());
      assertThat(handbook.chapter(chapter)).as(key).isPresent();
      assertThat(Handbook.explains(key)).as(key).isTrue();
    }
  }
}
