package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.util.List;
import java.util.Optional;

/**
 * What was uploaded to a place, under its id.
 *
 * @param edition the last one that got there completely
 * @param problem why the next one does not
 * @param mended what stood there before the program put it right by itself
 */
public record Feeding(Optional<Integer> edition, Optional<Finding> problem, List<Finding> mended) {
  public static final Kind<Feeding> KIND =
      new Kind<>("publishing.place-feeding", 1, Feeding.class, Retention.INCIDENT, Audience.STAFF);

  static final Feeding NEVER = new Feeding(Optional.empty(), Optional.empty(), List.of());

  public Feeding {
    mended = mended == null ? List.of() : List.copyOf(mended); // older payloads tell of none
  }

  Feeding failed(Finding why) {
    return new Feeding(edition, Optional.of(why), mended);
  }
}
