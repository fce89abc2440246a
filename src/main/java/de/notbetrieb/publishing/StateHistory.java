package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.ServiceState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which states of a service were public, and when: the live edition's, and what comes next. */
final class StateHistory {
  private StateHistory() {}

  /** What was public before, and the present state in front of it when it is another one. */
  static List<StateSince> of(
      Optional<PublicService> before, ServiceState state, OffsetDateTime asOf) {
    List<StateSince> known = before.map(StateHistory::known).orElse(List.of());
    if (!known.isEmpty() && known.getFirst().state() == state) {
      return known;
    }
    List<StateSince> history = new ArrayList<>(known);
    history.addFirst(new StateSince(state, asOf));
    if (history.size() > PublicService.MOST_STATES) {
      history.remove(history.size() - 2);
    }
    return history;
  }

  /** Services that are to be said again: what was said since then stays in their history. */
  static List<PublicService> again(
      List<PublicService> services, Optional<Edition> live, OffsetDateTime asOf) {
    return services.stream().map(service -> again(service, find(live, service), asOf)).toList();
  }

  /** What was said of how long it may take is not said again with it: that has its own time. */
  private static PublicService again(
      PublicService service, Optional<PublicService> live, OffsetDateTime asOf) {
    return service.with(
        of(live, service.state(), asOf),
        ExpectationHistory.of(live, Optional.empty(), service.state(), asOf));
  }

  private static Optional<PublicService> find(Optional<Edition> live, PublicService service) {
    return live.stream()
        .flatMap(edition -> edition.services().stream())
        .filter(one -> one.slug().equals(service.slug()))
        .findFirst();
  }

  private static List<StateSince> known(PublicService before) {
    return before.history().isEmpty()
        ? List.of(new StateSince(before.state(), before.asOf()))
        : before.history();
  }
}
