package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Town;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        Stream.concat(
                systems.stream().filter(one -> !one.system().equals(status.system())),
                Stream.of(status))
            .toList();
    return new Situation(
        town, incident, changed, contacts, offices, fallbacks, overrides, expectations);
  }

  /** The same with this way in's status. */
  public Situation with(ContactStatus status) {
    List<ContactStatus> changed =
        Stream.concat(
                contacts.stream().filter(one -> !one.contact().equals(status.contact())),
                Stream.of(status))
            .toList();
    return new Situation(
        town, incident, systems, changed, offices, fallbacks, overrides, expectations);
  }

  /** The same with this office's status. */
  public Situation with(OfficeStatus status) {
    List<OfficeStatus> changed =
        Stream.concat(
                offices.stream().filter(one -> !one.office().equals(status.office())),
                Stream.of(status))
            .toList();
    return new Situation(
        town, incident, systems, contacts, changed, fallbacks, overrides, expectations);
  }

  /** The same with these words of a person in the place of those they had for the same things. */
  public Situation withOverrides(List<Override> words, Set<String> ended) {
    Set<String> replaced = new HashSet<>(ended);
    words.forEach(word -> replaced.add(word.recordId()));
    List<Override> changed =
        Stream.concat(
                overrides.stream().filter(one -> !replaced.contains(one.recordId())),
                words.stream())
            .toList();
    return new Situation(
        town, incident, systems, contacts, offices, fallbacks, changed, expectations);
  }

  /** How long a service may take, as somebody said. */
  public Optional<Expectation> expected(Slug service) {
    return expectations.stream()
        .filter(one -> one.service().filter(service::equals).isPresent())
        .findFirst();
  }

  /** Overrides whose day has come: somebody must look again, nothing ends by the clock. */
  public List<Override> dueForReview(LocalDate today) {
    return overrides.stream()
        .filter(one -> one.until().filter(day -> !day.isAfter(today)).isPresent())
        .toList();
  }
}
