package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that was found at a place, or done there.
 *
 * @param edition which one it was about, as far as that can be said
 */
public record PlaceEvent(
    OffsetDateTime when,
    Actor actor,
    What what,
    Optional<Integer> edition,
    List<Finding> findings) {
  static final int MOST = 30;

  /** What happened; its text is {@code place.event.<what>}. */
  public enum What {
    UPLOADED,
    /** By the program itself, because something else stood there. */
    MENDED,
    NOT_UPLOADED,
    HUNG,
    SEEN_GENUINE,
    SEEN_OTHER,
    SEEN_NOTHING,
    UNREACHABLE
  }

  public PlaceEvent {
    findings = List.copyOf(findings);
  }

  /** Newest first. */
  static List<PlaceEvent> of(Reading reading, String id) {
    List<PlaceEvent> events = new ArrayList<>();
    reading.history(Feeding.KIND, id).forEach(one -> events.add(fed(one)));
    reading
        .history(Hung.KIND, id)
        .forEach(one -> events.add(event(one, What.HUNG, one.value().edition())));
    List<Stored<Sighting>> seen = reading.history(Sighting.KIND, id);
    for (int i = 0; i < seen.size(); i++) {
      boolean isNews = i + 1 == seen.size() || !seen.get(i).value().isSame(seen.get(i + 1).value());
      if (isNews) {
        events.add(seen(seen.get(i)));
      }
    }
    return events.stream()
        .sorted(Comparator.comparing(PlaceEvent::when).reversed())
        .limit(MOST)
        .toList();
  }

  private static PlaceEvent event(Stored<?> stored, What what, int edition) {
    return new PlaceEvent(
        stored.recorded().toOffset(), stored.actor(), what, Optional.of(edition), List.of());
  }

  private static PlaceEvent fed(Stored<Feeding> stored) {
    Feeding feeding = stored.value();
    What what =
        feeding.problem().isPresent()
            ? What.NOT_UPLOADED
            : feeding.mended().isEmpty() ? What.UPLOADED : What.MENDED;
    return new PlaceEvent(
        stored.recorded().toOffset(),
        stored.actor(),
        what,
        feeding.edition(),
        feeding.problem().map(List::of).orElse(feeding.mended()));
  }

  private static PlaceEvent seen(Stored<Sighting> stored) {
    Sighting sighting = stored.value();
    What what =
        switch (sighting.verdict()) {
          case GENUINE -> What.SEEN_GENUINE;
          case CONTRADICTS -> What.SEEN_OTHER;
          case NOTHING -> What.SEEN_NOTHING;
          case UNREACHABLE -> What.UNREACHABLE;
        };
    return new PlaceEvent(
        stored.recorded().toOffset(),
        stored.actor(),
        what,
        sighting.edition(),
        sighting.findings());
  }
}
