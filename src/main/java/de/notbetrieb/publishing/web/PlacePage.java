package de.notbetrieb.publishing.web;

import java.util.List;
import java.util.Optional;

/**
 * One place.
 *
 * @param number of the live edition; absent: nothing to put there
 * @param posts for an account that people fill by hand
 * @param asked somebody has asked for a look that is still to come
 * @param fingerprint of a server whose key nobody has looked at yet, or another than before
 */
public record PlacePage(
    PlaceView view,
    Optional<Integer> number,
    List<File> files,
    List<PostsInLanguage> posts,
    boolean asked,
    Optional<String> fingerprint,
    List<Event> history,
    boolean mayWrite,
    boolean mayRelease) {
  public PlacePage {
    files = List.copyOf(files);
    posts = List.copyOf(posts);
    history = List.copyOf(history);
  }

  /** What was found or done there, newest first. */
  public record Event(String when, String what, List<String> findings) {
    public Event {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Something to put there.
   *
   * @param words of a text, to be copied; absent: a file to be printed
   */
  public record File(String path, Optional<String> words) {}
}
