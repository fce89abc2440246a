package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * Partner towns as witnesses.
 *
 * @param own our key, to hand out; absent before the first edition
 * @param rows the partners of now
 * @param former those that have left
 * @param done what was done just now, in a sentence
 * @param compare a partner's key that was read and is not taken down yet
 */
public record WitnessesPage(
    Optional<Key> own,
    List<Row> rows,
    List<Former> former,
    Optional<String> done,
    Optional<Key> compare,
    boolean mayAct,
    Form form) {
  public WitnessesPage {
    rows = List.copyOf(rows);
    former = List.copyOf(former);
  }

  /**
   * The key of a log.
   *
   * @param fingerprint as people compare it on the phone
   */
  public record Key(String name, String fingerprint, String line) {}

  /**
   * A partner.
   *
   * @param theirs how far it has seen our log
   * @param behind how many editions came since; 0: none, or it never saw any
   * @param ours how far we have seen its log
   */
  public record Row(String id, Key key, String theirs, int behind, String ours) {}

  /**
   * A partner that has left.
   *
   * @param span since when and until when it was one, in words
   */
  public record Former(String id, String name, String span, String reason, String by) {}
}
