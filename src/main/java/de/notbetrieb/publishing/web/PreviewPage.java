package de.notbetrieb.publishing.web;

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

  /**
   * One thing to look at.
   *
   * @param path in the edition
   * @param name a text's key
   * @param words what it is called by residents, instead of the key
   */
  public record Entry(String path, String name, Optional<String> words) {
    /** Browsers show paper by themselves only. */
    public boolean isPaper() {
      return path.endsWith(".pdf");
    }
  }
}
