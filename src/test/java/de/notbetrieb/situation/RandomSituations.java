package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.RandomRecords;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something happens in a random town; the same for the same seed. */
public final class RandomSituations {
  private final RandomRecords records;

  public RandomSituations(RandomRecords records) {
    this.records = records;
  }

  /** A small town in trouble. */
  public static Situation small(long seed) {
    RandomTowns towns = new RandomTowns(seed, RandomTowns.Size.SMALL);
    return new RandomSituations(towns.records()).of(towns.town(seed % 2 == 1));
  }

  public Situation of(Town town) {
    return new Situation(
        town,
        Optional.of(records.fill(Incident.class)),
        of(town.systems(), one -> one.id(), "SystemStatus.system", SystemStatus.class),
        of(town.contacts(), one -> one.id(), "ContactStatus.contact", ContactStatus.class),
        of(town.offices(), one -> one.id(), "OfficeStatus.office", OfficeStatus.class),
        of(town.fallbacks(), Fallback::id, "FallbackInForce.fallback", FallbackInForce.class),
        overrides(town),
        expectations(town));
  }

  private <T, R extends Record> List<R> of(
      List<T> things, Function<T, Slug> id, String component, Class<R> type) {
    List<R> statuses = new ArrayList<>();
    for (T thing : things) {
      if (records.random().nextBoolean()) {
        records.rule(component, () -> id.apply(thing));
        statuses.add(records.fill(type));
      }
    }
    return statuses;
  }

  private List<Override> overrides(Town town) {
    List<Override> overrides = new ArrayList<>();
    for (Service service : town.services()) {
      if (records.random().nextInt(5) == 0) {
        boolean step = !service.steps().isEmpty() && records.random().nextBoolean();
        records.rule("Override.service", service::id);
        records.rule(
            "Override.step",
            () -> step ? Optional.of(service.steps().getFirst().id()) : Optional.empty());
        overrides.add(records.fill(Override.class));
      }
    }
    return overrides;
  }

  private List<Expectation> expectations(Town town) {
    return List.of(
        expectation(() -> Optional.of(town.services().getFirst().id()), Optional::empty),
        expectation(Optional::empty, () -> Optional.of(town.systems().getFirst().id())));
  }

  private Expectation expectation(Supplier<?> service, Supplier<?> system) {
    records.rule("Expectation.service", service).rule("Expectation.system", system);
    return records.fill(Expectation.class);
  }
}
