package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.time.OffsetDateTime;

/**
 * When the town wants to speak next, said before there is an edition that promises it. An edition
 * released after that carries a promise of its own.
 *
 * @param since when that was decided
 */
public record NextWord(OffsetDateTime due, OffsetDateTime since) {
  public static final Kind<NextWord> KIND =
      new Kind<>("newsroom.next-word", 1, NextWord.class, Retention.INCIDENT, Audience.STAFF);

  /** The one of a town. */
  public static final String ID = "next";
}
