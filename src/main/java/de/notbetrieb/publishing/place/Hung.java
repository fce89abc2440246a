package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;

/**
 * Somebody has put an edition up by hand, under its place's id: spoken the tape, hung the poster,
 * pasted the block. Who and when says the journal.
 */
public record Hung(int edition) {
  public static final Kind<Hung> KIND =
      new Kind<>("publishing.place-hung", 1, Hung.class, Retention.INCIDENT, Audience.STAFF);
}
