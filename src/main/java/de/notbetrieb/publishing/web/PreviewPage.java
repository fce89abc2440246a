package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Language;
import java.util.List;
import java.util.Optional;

/**
 * One channel as it would be published, in the frame that says that it is not.
 *
 * @param id of the request
 * @param groups what else can be looked at
 * @param shown the file in the frame
 */
public record PreviewPage(String id, int number, List<Group> groups, Entry shown) {
  public PreviewPage {
    groups = List.copyOf(groups);
  }

  /** Channels of a kind; the title is a text's key. */
  public record Group(String title, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /** A name in the language that it is written in. */
  public record Called(String words, Language language) {}

  /**
   * One thing to look at.
   *
   * @param path in the edition
   * @param name a text's key
   * @param called what residents call it, instead of the key
   */
  public record Entry(String path, String name, Optional<Called> called) {
    /** Browsers show paper by themselves only. */
    public boolean isPaper() {
      return path.endsWith(".pdf");
    }
  }
}
