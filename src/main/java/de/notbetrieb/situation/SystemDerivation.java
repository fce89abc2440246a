package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Derived.DerivedSystem;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.SystemAsset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the systems' own states make of each other. States start as people said them and only get
 * worse, so it ends on cycles too, and the order of the systems makes no difference: two systems
 * that need each other are both up as long as nothing else fails.
 */
final class SystemDerivation {
  private final List<SystemAsset> systems;
  private final Map<Slug, Integer> index = new HashMap<>();
  private final SystemState[] own;
  private final SystemState[] state;
  private final Reach causes;
  private long visits;

  SystemDerivation(List<SystemAsset> systems, Map<Slug, SystemStatus> said) {
    this.systems = systems;
    this.own = new SystemState[systems.size()];
    this.state = new SystemState[systems.size()];
    BitSet failed = new BitSet();
    for (int i = 0; i < systems.size(); i++) {
      SystemStatus status = said.get(systems.get(i).id());
      index.put(systems.get(i).id(), i);
      own[i] = status == null ? SystemState.UP : status.state();
      state[i] = own[i];
      failed.set(i, own[i] != SystemState.UP);
    }
    settle();
    this.causes = Reach.of(unmet(), failed);
    visits += causes.visits();
  }

  /** Who has a need, and how many of the group are there to meet it. */
  private record Demand(int owner, Need.Strength strength, int group) {}

  private void settle() {
    List<Demand> demands = new ArrayList<>();
    List<List<Integer>> demandsOn = new ArrayList<>();
    systems.forEach(system -> demandsOn.add(new ArrayList<>()));
    for (int i = 0; i < systems.size(); i++) {
      for (Need need : systems.get(i).needs()) {
        int[] group = targets(List.of(need));
        for (int needed : group) {
          demandsOn.get(needed).add(demands.size());
        }
        demands.add(new Demand(i, need.strength(), group.length));
      }
    }
    for (SystemState level : List.of(SystemState.LIMITED, SystemState.UNKNOWN, SystemState.DOWN)) {
      spread(level, demands, demandsOn);
    }
  }

  /** Whatever is at least this bad takes along what needs it, once nobody of the group is better. */
  private void spread(SystemState level, List<Demand> demands, List<List<Integer>> demandsOn) {
    int[] better = demands.stream().mapToInt(Demand::group).toArray();
    boolean[] reached = new boolean[systems.size()];
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int i = 0; i < systems.size(); i++) {
      if (own[i].compareTo(level) >= 0) {
        reached[i] = true;
        waiting.add(i);
      }
    }
    while (!waiting.isEmpty()) {
      int i = waiting.removeFirst();
      state[i] = state[i].worse(level);
      for (int number : demandsOn.get(i)) {
        visits++;
        Demand demand = demands.get(number);
        boolean counts =
            level == SystemState.LIMITED || demand.strength() == Need.Strength.REQUIRED;
        if (--better[number] == 0 && counts && !reached[demand.owner()]) {
          reached[demand.owner()] = true;
          waiting.addLast(demand.owner());
        }
      }
    }
  }

  /** For each system those it needs and misses. */
  private int[][] unmet() {
    int[][] arrows = new int[systems.size()][];
    for (int i = 0; i < systems.size(); i++) {
      arrows[i] = targets(unmet(systems.get(i).needs()));
    }
    return arrows;
  }

  private List<Need> unmet(Collection<Need> needs) {
    return needs.stream().filter(need -> impairment(need) != SystemState.UP).toList();
  }

  private int[] targets(Collection<Need> needs) {
    return needs.stream()
        .flatMap(need -> need.anyOf().stream())
        .filter(index::containsKey)
        .mapToInt(index::get)
        .toArray();
  }

  /**
   * What an unmet need does to whoever has it; UP: it is met. A system that the town does not have
   * cannot fail.
   */
  SystemState impairment(Need need) {
    SystemState best = SystemState.DOWN;
    boolean known = false;
    for (Slug needed : need.anyOf()) {
      visits++;
      Integer other = index.get(needed);
      if (other != null) {
        best = best.better(state[other]);
        known = true;
      }
    }
    if (!known || best == SystemState.UP) {
      return SystemState.UP;
    }
    return need.strength() == Need.Strength.REQUIRED ? best : SystemState.LIMITED;
  }

  SystemState impairment(Collection<Need> needs) {
    SystemState worst = SystemState.UP;
    for (Need need : needs) {
      worst = worst.worse(impairment(need));
    }
    return worst;
  }

  /** The systems whose own state leaves these needs unmet, in the town's order. */
  List<Slug> causes(Collection<Need> needs) {
    BitSet because = new BitSet();
    for (int needed : targets(unmet(needs))) {
      because.or(causes.from(needed));
    }
    return slugs(because);
  }

  private List<Slug> slugs(BitSet because) {
    return because.stream().mapToObj(i -> systems.get(i).id()).toList();
  }

  Map<Slug, DerivedSystem> systems() {
    Map<Slug, DerivedSystem> derived = new LinkedHashMap<>();
    for (int i = 0; i < systems.size(); i++) {
      Slug id = systems.get(i).id();
      derived.put(id, new DerivedSystem(id, own[i], state[i], slugs(causes.from(i))));
    }
    return derived;
  }

  /** How often an arrow was looked at, for the test that this grows with their number. */
  long visits() {
    return visits;
  }
}
