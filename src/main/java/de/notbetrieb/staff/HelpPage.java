package de.notbetrieb.staff;

import java.util.List;

/**
 * One chapter of the handbook, and the way to the others.
 *
 * @param html written by us, escaped by the renderer
 */
public record HelpPage(String html, List<Entry> chapters) {
  public HelpPage {
    chapters = List.copyOf(chapters);
  }

  /** Another chapter. */
  public record Entry(String path, String title, boolean here) {}
}
