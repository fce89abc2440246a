package de.notbetrieb.journal;

import de.notbetrieb.platform.Refused;
import java.util.List;

/**
 * An act that took payloads away, with its legal ground. The entries stay, and with them that and
 * when something was written; what was written is gone. The ground names law, not the person.
 *
 * @param entries whose payloads went
 */
public record Erasure(List<Long> entries, String ground) {
  public static final Kind<Erasure> KIND =
      new Kind<>("journal.erasure", 1, Erasure.class, Retention.PERMANENT, Audience.STAFF);

  /** More at once is not an erasure but the closing of a case or an incident. */
  private static final int MAX_ENTRIES = 100_000;

  private static final int MAX_GROUND_CHARACTERS = 500;

  /** How much goes. */
  public enum Scope {
    /** What one entry says. */
    ENTRY,
    /** Every state of the record that the entry belongs to, and the record. */
    RECORD
  }

  public Erasure {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw Refused.invalid("entry", "journal.nothing-to-erase");
    }
    ground = ground.strip();
    if (ground.isEmpty() || ground.length() > MAX_GROUND_CHARACTERS) {
      throw Refused.invalid("ground", "journal.erasure-needs-ground");
    }
  }
}
