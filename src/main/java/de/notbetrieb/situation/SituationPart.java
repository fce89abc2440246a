package de.notbetrieb.situation;

import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Binder;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the optional part {@code situation} of a town file says of this room; its component names
 * are the file's keys. Other rooms bind the rest of the part.
 */
public record SituationPart(
    Optional<Incident> incident,
    List<SystemStatus> systems,
    List<ContactStatus> contacts,
    List<OfficeStatus> offices,
    List<FallbackInForce> fallbacksInForce,
    List<Override> overrides,
    List<Expectation> expectations) {
  /** The keys that belong to this room. */
  public static final List<String> KEYS =
      Arrays.stream(SituationPart.class.getRecordComponents())
          .map(component -> component.getName())
          .toList();

  public SituationPart {
    systems = List.copyOf(systems);
    contacts = List.copyOf(contacts);
    offices = List.copyOf(offices);
    fallbacksInForce = List.copyOf(fallbacksInForce);
    overrides = List.copyOf(overrides);
    expectations = List.copyOf(expectations);
  }

  /** The part, unless something in it is wrong; every mistake is then among the problems. */
  public static Optional<SituationPart> read(Mapping part, Town town, List<Problem> problems) {
    int before = problems.size();
    Mapping mine = part.only(KEYS);
    Optional<SituationPart> bound = new Binder(problems).bind(mine, SituationPart.class);
    new PartReferences(mine, town, problems).check();
    boolean sound = problems.stream().skip(before).noneMatch(Problem::isError);
    return sound ? bound : Optional.empty();
  }

  /** As the derivation sees it. */
  public Situation of(Town town) {
    return new Situation(
        town, incident, systems, contacts, offices, fallbacksInForce, overrides, expectations);
  }

  /** Writes it all down, into a town of which nothing is said yet. */
  public void record(Writing writing) {
    if (!Situations.isEmpty(writing)) {
      throw Refused.conflict("situation.not-empty");
    }
    incident.ifPresent(one -> writing.put(Incident.KIND, Incident.ID, one, 0));
    systems.forEach(one -> writing.put(SystemStatus.KIND, one.system().value(), one, 0));
    contacts.forEach(one -> writing.put(ContactStatus.KIND, one.contact().value(), one, 0));
    offices.forEach(one -> writing.put(OfficeStatus.KIND, one.office().value(), one, 0));
    fallbacksInForce.forEach(
        one -> writing.put(FallbackInForce.KIND, one.fallback().value(), one, 0));
    overrides.forEach(one -> writing.put(Override.KIND, one.recordId(), one, 0));
    expectations.forEach(one -> writing.put(Expectation.KIND, one.recordId(), one, 0));
  }
}
