package de.notbetrieb.town;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;

/** The town as the last imported file described it: the common ancestor of the next import. */
public record LastImport(Town town) {
  public static final Kind<LastImport> KIND =
      new Kind<>("town.last-import", 1, LastImport.class, Retention.PERMANENT, Audience.STAFF);
}
