package de.notbetrieb.publishing;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Sha256;
import java.util.Optional;

/**
 * An edition that was released: the commit point of publishing. Withdrawn or not, its number is
 * never given again.
 *
 * @param sums SHA-256 of its SHA256SUMS
 * @param alone why one person released it; absent when author and releaser are two
 * @param withdrawn why it was taken back
 */
public record Release(
    int number,
    Sha256 sums,
    String request,
    Actor author,
    Actor releaser,
    Optional<String> alone,
    Optional<String> withdrawn) {
  public static final Kind<Release> KIND =
      new Kind<>("publishing.release", 1, Release.class, Retention.PERMANENT, Audience.STAFF);

  static String id(int number) {
    return "edition-" + number;
  }

  Release withdrawn(String why) {
    return new Release(number, sums, request, author, releaser, alone, Optional.of(why));
  }
}
