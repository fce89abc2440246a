package de.notbetrieb.situation;

import de.notbetrieb.town.Town;
import java.util.List;
import java.util.Optional;

/** Everything that is so now, of one town, as people have said it. */
public record Situation(
    Town town,
    Optional<Incident> incident,
    List<SystemStatus> systems,
    List<ContactStatus> contacts,
    List<OfficeStatus> offices,
    List<FallbackInForce> fallbacks,
    List<Override> overrides,
    List<Expectation> expectations) {
  public Situation {
    systems = List.copyOf(systems);
    contacts = List.copyOf(contacts);
    offices = List.copyOf(offices);
    fallbacks = List.copyOf(fallbacks);
    overrides = List.copyOf(overrides);
    expectations = List.copyOf(expectations);
  }

  /** The same with this system's status: what would follow if it were so. */
  public Situation with(SystemStatus status) {
    List<SystemStatus> changed =
        java.util.stream.Stream.concat(
                systems.stream().filter(one -> !one.system().equals(status.system())),
                java.util.stream.Stream.of(status))
            .toList();
    return new Situation(
        town, incident, changed, contacts, offices, fallbacks, overrides, expectations);
  }
}
