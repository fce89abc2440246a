package de.notbetrieb.town.file;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.LifeSituation;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Partner;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Unit;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ids that occur once, and references that lead somewhere. */
final class References {
  private final Mapping facts;
  private final List<Problem> problems;

  References(Mapping facts, List<Problem> problems) {
    this.facts = facts;
    this.problems = problems;
  }

  void check(Town town) {
    Set<Slug> offices = unique("offices", town.offices().stream().map(Office::id).toList());
    Set<Slug> units = unique("units", town.units().stream().map(Unit::id).toList());
    Set<Slug> contacts = unique("contacts", town.contacts().stream().map(Contact::id).toList());
    Set<Slug> systems = unique("systems", town.systems().stream().map(SystemAsset::id).toList());
    Set<Slug> situations =
        unique("lifeSituations", town.lifeSituations().stream().map(LifeSituation::id).toList());
    Set<Slug> services = unique("services", town.services().stream().map(Service::id).toList());
    unique("fallbacks", town.fallbacks().stream().map(Fallback::id).toList());
    Set<Slug> partners = unique("partners", town.partners().stream().map(Partner::id).toList());

    for (Unit unit : town.units()) {
      known("units", unit.id(), unit.parent().stream().toList(), units);
    }
    for (Contact contact : town.contacts()) {
      known("contacts", contact.id(), contact.unit().stream().toList(), units);
      known("contacts", contact.id(), contact.office().stream().toList(), offices);
      known("contacts", contact.id(), systems(contact.needs()), systems);
    }
    for (SystemAsset system : town.systems()) {
      known("systems", system.id(), systems(system.needs()), systems);
    }
    for (Service service : town.services()) {
      known("services", service.id(), List.of(service.lifeSituation()), situations);
      known("services", service.id(), service.unit().stream().toList(), units);
      known("services", service.id(), service.offices(), offices);
      known("services", service.id(), service.waysIn(), contacts);
      known("services", service.id(), systems(service.needs()), systems);
      service.steps().forEach(s -> known("services", service.id(), systems(s.needs()), systems));
    }
    for (Fallback fallback : town.fallbacks()) {
      known("fallbacks", fallback.id(), fallback.services(), services);
      known("fallbacks", fallback.id(), fallback.waysIn(), contacts);
      known("fallbacks", fallback.id(), systems(fallback.needs()), systems);
      known(
          "fallbacks",
          fallback.id(),
          fallback.helper().map(Fallback.PartnerHelp::partner).stream().toList(),
          partners);
    }
    cycles(town);
  }

  private static List<Slug> systems(Collection<Need> needs) {
    return needs.stream().flatMap(need -> need.anyOf().stream()).toList();
  }

  private Set<Slug> unique(String section, List<Slug> ids) {
    Set<Slug> seen = new HashSet<>();
    for (Slug id : ids) {
      if (!seen.add(id)) {
        problems.add(Problem.error(position(section, id), "id-twice", id.value(), section));
      }
    }
    return seen;
  }

  private void known(String section, Slug owner, Collection<Slug> references, Set<Slug> known) {
    for (Slug reference : references) {
      if (!known.contains(reference)) {
        Position at = reference(section, owner, reference);
        List<String> candidates = known.stream().map(Slug::value).toList();
        problems.add(
            Problem.error(at, "reference-dangling", reference.value(), owner.value())
                .meaning(Nearest.to(reference.value(), candidates).orElse("")));
      }
    }
  }

  private void cycles(Town town) {
    Map<Slug, List<Slug>> parents = new HashMap<>();
    town.units().forEach(unit -> parents.put(unit.id(), unit.parent().stream().toList()));
    new Cycles(parents).first().ifPresent(path -> report("units", path));
    Map<Slug, List<Slug>> needs = new HashMap<>();
    town.systems().forEach(system -> needs.put(system.id(), systems(system.needs())));
    new Cycles(needs).first().ifPresent(path -> report("systems", path));
  }

  private void report(String section, List<Slug> path) {
    String words = String.join(" → ", path.stream().map(Slug::value).toList());
    problems.add(Problem.error(position(section, path.getFirst()), "cycle", words));
  }

  private Position position(String section, Slug id) {
    return Optional.ofNullable(TownFile.positions(facts, section).get(id.value()))
        .orElse(facts.at());
  }

  /** Where the reference itself stands inside its owner's entry. */
  private Position reference(String section, Slug owner, Slug reference) {
    if (facts.get(section).orElse(null) instanceof Located.Sequence sequence) {
      for (Located item : sequence.items()) {
        if (item instanceof Mapping mapping
            && mapping.get("id").orElse(null) instanceof Located.Scalar id
            && id.text().equals(owner.value())) {
          return find(mapping, reference.value()).orElse(id.at());
        }
      }
    }
    return facts.at();
  }

  private static Optional<Position> find(Located node, String text) {
    return switch (node) {
      case Located.Scalar scalar ->
          scalar.text().equals(text) ? Optional.of(scalar.at()) : Optional.empty();
      case Located.Sequence sequence -> first(sequence.items(), text);
      case Mapping mapping ->
          first(
              mapping.values().entrySet().stream()
                  .filter(entry -> !entry.getKey().equals("id"))
                  .map(Map.Entry::getValue)
                  .toList(),
              text);
    };
  }

  private static Optional<Position> first(List<Located> nodes, String text) {
    return nodes.stream().flatMap(node -> find(node, text).stream()).findFirst();
  }
}
