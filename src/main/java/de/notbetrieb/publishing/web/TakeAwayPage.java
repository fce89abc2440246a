package de.notbetrieb.publishing.web;

import java.util.List;
import java.util.Optional;

/**
 * What can be carried elsewhere.
 *
 * @param number of the live edition; absent: nothing is public
 * @param block the words of {@code cms.html}, to be copied
 * @param texts texts for others, to be copied
 * @param papers sheets to be printed
 */
public record TakeAwayPage(
    Optional<Integer> number,
    String block,
    List<Words> texts,
    List<Sheet> papers,
    List<PostsInLanguage> posts) {
  public TakeAwayPage {
    texts = List.copyOf(texts);
    papers = List.copyOf(papers);
    posts = List.copyOf(posts);
  }

  /**
   * A text to be copied.
   *
   * @param name a text's key
   */
  public record Words(String path, String name, String text) {}

  /**
   * A sheet.
   *
   * @param name a text's key; it may have a place for {@code of}
   * @param of what it is about, in the town's words, or empty
   */
  public record Sheet(String path, String name, String of) {}
}
