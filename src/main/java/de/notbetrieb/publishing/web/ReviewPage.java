package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Missing;
import de.notbetrieb.publishing.Request;
import java.util.List;
import java.util.Optional;

/**
 * A request under review.
 *
 * @param missing what will be readable in German only
 * @param digest the first digits of what is frozen
 * @param own whether the reader asked for it
 * @param later what has changed since it was frozen, and waits for another edition
 * @param form what was typed when a decision was refused, and what is wrong
 */
public record ReviewPage(
    String id,
    Request.State state,
    Difference difference,
    Missing missing,
    int number,
    String digest,
    String author,
    Optional<String> nextWord,
    boolean mayRelease,
    boolean mayRequest,
    boolean own,
    Optional<String> returned,
    Difference later,
    List<Judged> judged,
    Form form) {
  public ReviewPage {
    judged = List.copyOf(judged);
  }

  /**
   * A sentence that somebody has judged.
   *
   * @param kind of the record it stands in
   * @param promise whether it grants something
   * @param ground of a promise; otherwise why it is none
   * @param decider of a promise
   */
  public record Judged(
      String kind,
      String words,
      boolean promise,
      String ground,
      Optional<String> decider,
      String by,
      String when) {}
}
