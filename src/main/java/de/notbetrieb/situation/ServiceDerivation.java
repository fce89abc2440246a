package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derived.DerivedStep;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Services and their steps: from needs, lifted by fallbacks, beaten by overrides. */
final class ServiceDerivation {
  private final SystemDerivation systems;
  private final DeadWays deadWays;
  private final Map<Slug, List<Fallback>> fallbacks = new HashMap<>();
  private final Map<String, Override> overrides = new HashMap<>();

  record Result(
      ServiceState state,
      Text sentence,
      List<Slug> causes,
      List<DerivedStep> steps,
      Optional<Fallback> fallback,
      Optional<Override> override) {}

  ServiceDerivation(Situation situation, SystemDerivation systems, DeadWays deadWays) {
    this.systems = systems;
    this.deadWays = deadWays;
    Set<Slug> inForce = new HashSet<>();
    situation.fallbacks().forEach(one -> inForce.add(one.fallback()));
    for (Fallback fallback : situation.town().fallbacks()) {
      if (inForce.contains(fallback.id()) && usable(fallback)) {
        for (Slug service : fallback.services()) {
          fallbacks.computeIfAbsent(service, s -> new ArrayList<>()).add(fallback);
        }
      }
    }
    situation.overrides().forEach(one -> overrides.put(one.recordId(), one));
  }

  /** A fallback whose own needs are down or unknown helps nobody. */
  private boolean usable(Fallback fallback) {
    SystemState state = systems.impairment(fallback.needs());
    return state == SystemState.UP || state == SystemState.LIMITED;
  }

  Result derive(Service service) {
    List<Fallback> inForce = fallbacks.getOrDefault(service.id(), List.of());
    List<DerivedStep> steps =
        service.steps().stream().map(step -> derive(service, step, inForce)).toList();
    ServiceState base = aggregate(fromNeeds(service.needs()), steps);
    Optional<Fallback> lifting =
        inForce.stream()
            .filter(fallback -> fallback.steps().isEmpty())
            .filter(fallback -> fallback.lifts().compareTo(base) > 0)
            .max(Comparator.comparing(Fallback::lifts));
    Optional<Override> override = Optional.ofNullable(overrides.get(service.id().value()));
    ServiceState state =
        override.map(Override::state).orElse(lifting.map(Fallback::lifts).orElse(base));
    Text sentence =
        override
            .map(Override::sentence)
            .orElseGet(() -> prepared(service, lifting, service.sentences(), base));
    return new Result(
        state,
        sentence,
        causes(service),
        steps,
        override.isPresent() ? Optional.empty() : lifting,
        override);
  }

  private DerivedStep derive(Service service, Service.Step step, List<Fallback> inForce) {
    Override override = overrides.get(service.id() + "." + step.id());
    if (override != null) {
      return new DerivedStep(step.id(), override.state(), override.sentence());
    }
    ServiceState base = fromNeeds(step.needs());
    Optional<Fallback> lifting =
        inForce.stream()
            .filter(fallback -> fallback.steps().contains(step.id()))
            .filter(fallback -> fallback.lifts().compareTo(base) > 0)
            .max(Comparator.comparing(Fallback::lifts));
    return new DerivedStep(
        step.id(),
        lifting.map(Fallback::lifts).orElse(base),
        prepared(service, lifting, step.sentences(), base));
  }

  /** The prepared sentence, unless it sends people to a way in that is not up. */
  private Text prepared(
      Service service, Optional<Fallback> lifting, Service.Sentences sentences, ServiceState base) {
    List<Slug> ways = new ArrayList<>(service.waysIn());
    lifting.ifPresent(fallback -> ways.addAll(fallback.waysIn()));
    return lifting
        .map(Fallback::sentence)
        .or(() -> sentences.in(base))
        .filter(words -> !deadWays.areNamedIn(words, ways))
        .orElseGet(() -> DefaultSentences.of(lifting.map(Fallback::lifts).orElse(base)));
  }

  /**
   * As long as one step goes, the service goes differently, whatever else it needs; when steps go
   * only elsewhere, so does the service; when none goes it is as bad as the worst of all.
   */
  private static ServiceState aggregate(ServiceState own, List<DerivedStep> steps) {
    ServiceState best =
        steps.stream().map(DerivedStep::state).max(Comparator.naturalOrder()).orElse(own);
    ServiceState worst = steps.stream().map(DerivedStep::state).reduce(own, ServiceState::worse);
    if (steps.isEmpty() || worst == ServiceState.AVAILABLE) {
      return worst;
    }
    return switch (best) {
      case AVAILABLE, LIMITED -> ServiceState.LIMITED;
      case ELSEWHERE -> ServiceState.ELSEWHERE;
      case UNKNOWN, UNAVAILABLE -> worst;
    };
  }

  private ServiceState fromNeeds(List<Need> needs) {
    return switch (systems.impairment(needs)) {
      case UP -> ServiceState.AVAILABLE;
      case LIMITED -> ServiceState.LIMITED;
      case UNKNOWN -> ServiceState.UNKNOWN;
      case DOWN -> ServiceState.UNAVAILABLE;
    };
  }

  private List<Slug> causes(Service service) {
    List<Need> needs = new ArrayList<>(service.needs());
    service.steps().forEach(step -> needs.addAll(step.needs()));
    return systems.causes(needs);
  }
}
