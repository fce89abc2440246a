package de.notbetrieb.channel.statuspage;

import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time from the first service that does not go as usual until all do again.
 *
 * @param told newest first
 * @param affected in the order of the edition
 */
record Outage(
    OffsetDateTime start,
    Optional<OffsetDateTime> end,
    Indicator impact,
    List<Told> told,
    List<PublicService> affected) {
  private static final int MOST_TOLD = 100;

  /** What the town said just before the first state changed belongs to it. */
  private static final Duration BEFORE = Duration.ofDays(1);

  /** Where work stands, as the API has words for it. */
  enum Phase {
    INVESTIGATING,
    IDENTIFIED,
    RESOLVED
  }

  /** What was said at one moment: a change of states, or an update. */
  record Told(
      OffsetDateTime at, Phase phase, Optional<PublicUpdate> update, List<Affected> affected) {}

  /** A service that something was said about. */
  record Affected(PublicService service, ServiceState before, ServiceState after) {}

  /** Newest first. */
  static List<Outage> of(Edition edition) {
    List<StateChange> changes = StateChange.of(edition.services()).reversed();
    List<Outage> outages = new ArrayList<>();
    Map<Slug, ServiceState> states = new LinkedHashMap<>();
    Course course = new Course(edition);
    for (StateChange change : changes) {
      change.items().forEach(item -> states.put(item.service().slug(), item.after()));
      course.step(change, Map.copyOf(states)).ifPresent(outages::add);
    }
    course.open().ifPresent(outages::add);
    return outages.reversed();
  }

  /** Walks through the changes, oldest first. */
  private static final class Course {
    private final Edition edition;
    private final List<Told> told = new ArrayList<>();
    private Optional<OffsetDateTime> start = Optional.empty();
    private Optional<OffsetDateTime> lastEnd = Optional.empty();
    private Indicator impact = Indicator.NONE;

    Course(Edition edition) {
      this.edition = edition;
    }

    /** An outage that ends with this change. */
    Optional<Outage> step(StateChange change, Map<Slug, ServiceState> states) {
      Indicator now = Indicator.of(states.values());
      if (start.isEmpty() && now == Indicator.NONE) {
        return Optional.empty();
      }
      if (start.isEmpty()) {
        start = Optional.of(change.at());
      }
      impact = impact.worse(now);
      told.add(new Told(change.at(), phase(states), Optional.empty(), affected(change)));
      if (now != Indicator.NONE) {
        return Optional.empty();
      }
      Outage ended = outage(Optional.of(change.at()));
      lastEnd = Optional.of(change.at());
      start = Optional.empty();
      told.clear();
      impact = Indicator.NONE;
      return Optional.of(ended);
    }

    Optional<Outage> open() {
      return start.map(_ -> outage(Optional.empty()));
    }

    private Outage outage(Optional<OffsetDateTime> end) {
      OffsetDateTime from = start.orElseThrow();
      List<Told> all = new ArrayList<>(told);
      edition.updates().stream()
          .filter(u -> u.at().isAfter(from.minus(BEFORE)))
          .filter(u -> lastEnd.filter(before -> !u.at().isAfter(before)).isEmpty())
          .filter(u -> end.filter(u.at()::isAfter).isEmpty())
          .forEach(update -> all.add(told(update)));
      all.sort(Comparator.comparing((Told t) -> t.at().toInstant()).reversed());
      List<PublicService> affected =
          edition.services().stream()
              .filter(s -> told.stream().anyMatch(t -> concerns(t, s)))
              .toList();
      return new Outage(from, end, impact, all.stream().limit(MOST_TOLD).toList(), affected);
    }

    /** An update does not change a state: it is said in the phase that holds then. */
    private Told told(PublicUpdate update) {
      Phase phase =
          told.stream()
              .filter(t -> !t.at().isAfter(update.at()))
              .reduce((_, later) -> later)
              .map(Told::phase)
              .orElse(Phase.INVESTIGATING);
      List<Affected> named =
          edition.services().stream()
              .filter(s -> update.services().contains(s.slug()))
              .map(s -> new Affected(s, stateAt(s, update.at()), stateAt(s, update.at())))
              .toList();
      return new Told(update.at(), phase, Optional.of(update), named);
    }

    private static ServiceState stateAt(PublicService service, OffsetDateTime at) {
      return StateChange.history(service).stream()
          .filter(s -> !s.since().isAfter(at))
          .findFirst()
          .map(PublicService.StateSince::state)
          .orElse(ServiceState.AVAILABLE);
    }

    private static boolean concerns(Told told, PublicService service) {
      return told.affected().stream().anyMatch(a -> a.service().equals(service));
    }

    private static List<Affected> affected(StateChange change) {
      return change.items().stream()
          .filter(StateChange.Item::isNews)
          .map(i -> new Affected(i.service(), i.before().orElse(ServiceState.AVAILABLE), i.after()))
          .toList();
    }

    private static Phase phase(Map<Slug, ServiceState> states) {
      if (states.containsValue(ServiceState.UNKNOWN)) {
        return Phase.INVESTIGATING;
      }
      return Indicator.of(states.values()) == Indicator.NONE ? Phase.RESOLVED : Phase.IDENTIFIED;
    }
  }
}
