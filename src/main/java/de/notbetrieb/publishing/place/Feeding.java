package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.util.Optional;

/**
 * What was uploaded to a place, under its id.
 *
 * @param edition the last one that got there completely
 * @param problem why the next one does not
 */
public record Feeding(Optional<Integer> edition, Optional<Finding> problem) {
  public static final Kind<Feeding> KIND =
      new Kind<>("publishing.place-feeding", 1, Feeding.class, Retention.INCIDENT, Audience.STAFF);

  static final Feeding NEVER = new Feeding(Optional.empty(), Optional.empty());

  Feeding failed(Finding why) {
    return new Feeding(edition, Optional.of(why));
  }
}
