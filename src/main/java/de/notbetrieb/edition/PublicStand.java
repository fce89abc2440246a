package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An edition as later ones remember it: when it was true, and what it changed. It names things and
 * holds no words of its own, so nothing that was taken back lives on in it.
 *
 * @param changes towards the edition before it; empty in the first, and when nothing was changed
 * @param more how many further changes there were: of things that are no longer there, or beyond
 *     the most that are named
 */
public record PublicStand(
    int number, OffsetDateTime asOf, OffsetDateTime confirmedAt, List<Change> changes, int more) {
  /** More changes of one edition are only counted. */
  public static final int MOST_CHANGES = 200;

  public PublicStand {
    changes = List.copyOf(changes);
  }

  /**
   * Something that residents read differently from this edition on.
   *
   * @param item absent for the first words and for what runs normally
   */
  public record Change(Area area, Optional<Slug> item, boolean added) {}

  /** Where it stands. */
  public enum Area {
    FIRST_WORDS,
    SERVICES,
    OFFICES,
    CONTACTS,
    NOTICES,
    UPDATES,
    ANSWERS,
    NORMALITY
  }

  /** Whether it said the same again. */
  public boolean isUnchanged() {
    return changes.isEmpty() && more == 0;
  }
}
