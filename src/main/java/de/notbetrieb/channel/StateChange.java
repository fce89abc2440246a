package de.notbetrieb.channel;

import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.ServiceState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What changed at one moment: the services that got another state then. */
public record StateChange(OffsetDateTime at, List<Item> items) {
  public StateChange {
    items = List.copyOf(items);
  }

  /**
   * A service that got another state.
   *
   * @param before absent when it was published for the first time
   */
  public record Item(PublicService service, Optional<ServiceState> before, ServiceState after) {
    /** Whether that is news: a service that was always fine is none. */
    public boolean isNews() {
      return before.isPresent() || after != ServiceState.AVAILABLE;
    }
  }

  /** Every change of these services, newest first, the services in their order. */
  public static List<StateChange> of(List<PublicService> services) {
    Map<Instant, List<Item>> items = new TreeMap<>(Comparator.reverseOrder());
    Map<Instant, OffsetDateTime> moments = new TreeMap<>();
    for (PublicService service : services) {
      List<StateSince> history = history(service);
      for (int i = 0; i < history.size(); i++) {
        StateSince now = history.get(i);
        Optional<ServiceState> before =
            i + 1 < history.size() ? Optional.of(history.get(i + 1).state()) : Optional.empty();
        Instant at = now.since().toInstant();
        moments.putIfAbsent(at, now.since());
        items
            .computeIfAbsent(at, _ -> new ArrayList<>())
            .add(new Item(service, before, now.state()));
      }
    }
    return items.entrySet().stream()
        .map(
            e ->
                new StateChange(
                    Optional.ofNullable(moments.get(e.getKey())).orElseThrow(), e.getValue()))
        .toList();
  }

  /** An edition of before there was a history knows the present state alone. */
  public static List<StateSince> history(PublicService service) {
    return service.history().isEmpty()
        ? List.of(new StateSince(service.state(), service.asOf()))
        : service.history();
  }
}
