package de.notbetrieb.town.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out whether following references comes back to where it began. */
final class Cycles {
  private final Map<String, List<String>> next;
  private final Set<String> done = new HashSet<>();
  private final List<String> path = new ArrayList<>();
  private final Map<String, Integer> place = new HashMap<>();
  private final List<List<String>> found = new ArrayList<>();

  Cycles(Map<String, List<String>> next) {
    this.next = next;
  }

  /** A path for every reference that leads back; it ends where it begins. */
  List<List<String>> all() {
    new TreeSet<>(next.keySet()).forEach(this::follow);
    return found;
  }

  private void follow(String at) {
    Integer before = place.get(at);
    if (before != null) {
      List<String> cycle = new ArrayList<>(path.subList(before, path.size()));
      cycle.add(at);
      found.add(cycle);
      return;
    }
    if (!done.add(at)) {
      return;
    }
    place.put(at, path.size());
    path.add(at);
    next.getOrDefault(at, List.of()).forEach(this::follow);
    path.removeLast();
    place.remove(at);
  }
}
