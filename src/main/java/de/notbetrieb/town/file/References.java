package de.notbetrieb.town.file;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ids that occur once, and references that lead somewhere. It looks at the tree and not at the
 * records, so that one wrong word elsewhere hides nothing.
 */
final class References {
  private static final List<String> SECTIONS =
      List.of(
          "offices",
          "units",
          "contacts",
          "systems",
          "lifeSituations",
          "services",
          "fallbacks",
          "partners",
          "places");

  /** In the entries of a section, what stands at a path names entries of the target section. */
  private record Reference(String section, List<String> path, String target) {
    static Reference of(String section, String path, String target) {
      return new Reference(section, List.of(path.split("\\.")), target);
    }
  }

  private static final List<Reference> REFERENCES =
      List.of(
          Reference.of("units", "parent", "units"),
          Reference.of("contacts", "unit", "units"),
          Reference.of("contacts", "office", "offices"),
          Reference.of("contacts", "needs", "systems"),
          Reference.of("systems", "needs", "systems"),
          Reference.of("services", "lifeSituation", "lifeSituations"),
          Reference.of("services", "unit", "units"),
          Reference.of("services", "offices", "offices"),
          Reference.of("services", "waysIn", "contacts"),
          Reference.of("services", "needs", "systems"),
          Reference.of("services", "steps.needs", "systems"),
          Reference.of("fallbacks", "services", "services"),
          Reference.of("fallbacks", "waysIn", "contacts"),
          Reference.of("fallbacks", "needs", "systems"),
          Reference.of("fallbacks", "helper.partner", "partners"));

  private final Mapping facts;
  private final List<Problem> problems;
  private final Map<String, Set<String>> ids = new HashMap<>();

  References(Mapping facts, List<Problem> problems) {
    this.facts = facts;
    this.problems = problems;
  }

  void check() {
    SECTIONS.forEach(section -> ids.put(section, unique(section)));
    for (Reference reference : REFERENCES) {
      for (Mapping owner : Tree.entries(facts, reference.section())) {
        Set<String> known = ids.getOrDefault(reference.target(), Set.of());
        Tree.at(owner, reference.path()).forEach(node -> known(owner, node, known));
      }
    }
    cycles("units", "parent");
    cycles("systems", "needs");
  }

  private Set<String> unique(String section) {
    Set<String> seen = new HashSet<>();
    for (Mapping entry : Tree.entries(facts, section)) {
      Tree.scalar(entry, "id")
          .filter(id -> !seen.add(id.text()))
          .ifPresent(id -> problems.add(Problem.error(id.at(), "id-twice", id.text(), section)));
    }
    Set<String> former = new HashSet<>();
    for (Mapping entry : Tree.entries(facts, section)) {
      for (Scalar old : Tree.words(entry.get("formerly"))) {
        if (seen.contains(old.text()) || !former.add(old.text())) {
          problems.add(Problem.error(old.at(), "id-reused", old.text(), section));
        }
      }
    }
    return seen;
  }

  private void known(Mapping owner, Located node, Set<String> known) {
    for (Scalar reference : ids(node)) {
      if (Slug.isValid(reference.text()) && !known.contains(reference.text())) {
        String name = Tree.scalar(owner, "id").map(Scalar::text).orElse("?");
        problems.add(
            Problem.error(reference.at(), "reference-dangling", reference.text(), name)
                .meaning(Nearest.to(reference.text(), known).orElse("")));
      }
    }
  }

  /** The ids in a reference, a list of them, or needs with their strength. */
  private static List<Scalar> ids(Located node) {
    return switch (node) {
      case Scalar scalar -> scalar.absent() ? List.of() : List.of(scalar);
      case Sequence sequence ->
          sequence.items().stream().flatMap(item -> ids(item).stream()).toList();
      case Mapping mapping -> {
        List<Scalar> found = new ArrayList<>();
        mapping.get("system").ifPresent(system -> found.addAll(ids(system)));
        mapping.get("anyOf").ifPresent(several -> found.addAll(ids(several)));
        yield found;
      }
    };
  }

  private void cycles(String section, String key) {
    Map<String, List<String>> next = new LinkedHashMap<>();
    Map<String, Position> positions = new HashMap<>();
    for (Mapping entry : Tree.entries(facts, section)) {
      Optional<Scalar> id = Tree.scalar(entry, "id");
      List<String> following =
          entry.get(key).map(References::ids).orElse(List.of()).stream().map(Scalar::text).toList();
      id.ifPresent(
          one -> {
            next.put(one.text(), following);
            positions.put(one.text(), one.at());
          });
    }
    for (List<String> path : new Cycles(next).all()) {
      Position at = positions.getOrDefault(path.getFirst(), facts.at());
      problems.add(Problem.error(at, "cycle", String.join(" → ", path)));
    }
  }
}
