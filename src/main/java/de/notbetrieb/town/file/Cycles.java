package de.notbetrieb.town.file;

import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out whether following references comes back to where it began. */
final class Cycles {
  private final Map<Slug, List<Slug>> next;
  private final Set<Slug> done = new HashSet<>();
  private final List<Slug> path = new ArrayList<>();

  Cycles(Map<Slug, List<Slug>> next) {
    this.next = next;
  }

  /** A cycle as a path that ends where it begins. */
  Optional<List<Slug>> first() {
    for (Slug start : new TreeSet<>(next.keySet())) {
      Optional<List<Slug>> cycle = from(start);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Slug>> from(Slug at) {
    int before = path.indexOf(at);
    if (before >= 0) {
      List<Slug> cycle = new ArrayList<>(path.subList(before, path.size()));
      cycle.add(at);
      return Optional.of(cycle);
    }
    if (!done.add(at)) {
      return Optional.empty();
    }
    path.add(at);
    for (Slug following : next.getOrDefault(at, List.of())) {
      Optional<List<Slug>> cycle = from(following);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    path.removeLast();
    return Optional.empty();
  }
}
