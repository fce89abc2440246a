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
 * What the systems' own states make of each other. States only get worse while this runs, so it
 * ends on cycles too, and the order of the systems makes no difference.
 */
final class SystemDerivation {
  private final List<SystemAsset> systems;
  private final Map<Slug, Integer> index = new HashMap<>();
  private final SystemState[] own;
  private final SystemState[] state;
  private final BitSet[] causes;
  private final List<List<Integer>> neededBy = new ArrayList<>();
  private long visits;

  SystemDerivation(List<SystemAsset> systems, Map<Slug, SystemStatus> said) {
    this.systems = systems;
    this.own = new SystemState[systems.size()];
    this.state = new SystemState[systems.size()];
    this.causes = new BitSet[systems.size()];
    for (int i = 0; i < systems.size(); i++) {
      SystemStatus status = said.get(systems.get(i).id());
      index.put(systems.get(i).id(), i);
      own[i] = status == null ? SystemState.UP : status.state();
      state[i] = own[i];
      causes[i] = new BitSet();
      causes[i].set(i, own[i] != SystemState.UP);
      neededBy.add(new ArrayList<>());
    }
    for (int i = 0; i < systems.size(); i++) {
      for (Need need : systems.get(i).needs()) {
        for (Slug needed : need.anyOf()) {
          Integer other = index.get(needed);
          if (other != null) {
            neededBy.get(other).add(i);
          }
        }
      }
    }
    settle();
  }

  private void settle() {
    Deque<Integer> waiting = new ArrayDeque<>();
    boolean[] queued = new boolean[systems.size()];
    for (int i = 0; i < systems.size(); i++) {
      if (own[i] != SystemState.UP) {
        enqueueDependents(i, waiting, queued);
      }
    }
    while (!waiting.isEmpty()) {
      int i = waiting.removeFirst();
      queued[i] = false;
      if (worsened(i)) {
        enqueueDependents(i, waiting, queued);
      }
    }
  }

  private void enqueueDependents(int i, Deque<Integer> waiting, boolean[] queued) {
    for (int dependent : neededBy.get(i)) {
      if (!queued[dependent]) {
        queued[dependent] = true;
        waiting.addLast(dependent);
      }
    }
  }

  private boolean worsened(int i) {
    SystemState after = own[i];
    BitSet because = (BitSet) causes[i].clone();
    for (Need need : systems.get(i).needs()) {
      visits += need.anyOf().size();
      SystemState impairment = impairment(need);
      if (impairment != SystemState.UP) {
        after = after.worse(impairment);
        collectCauses(need, because);
      }
    }
    boolean changed = after != state[i] || !because.equals(causes[i]);
    state[i] = after;
    causes[i] = because;
    return changed;
  }

  /** What an unmet need does to whoever has it; UP: it is met. */
  SystemState impairment(Need need) {
    SystemState best = SystemState.DOWN;
    boolean known = false;
    for (Slug needed : need.anyOf()) {
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

  /** The systems whose own state leaves these needs unmet, in the town file's order. */
  List<Slug> causes(Collection<Need> needs) {
    BitSet because = new BitSet();
    for (Need need : needs) {
      if (impairment(need) != SystemState.UP) {
        collectCauses(need, because);
      }
    }
    return slugs(because);
  }

  private void collectCauses(Need need, BitSet because) {
    for (Slug needed : need.anyOf()) {
      Integer other = index.get(needed);
      if (other != null) {
        because.or(causes[other]);
      }
    }
  }

  private List<Slug> slugs(BitSet because) {
    return because.stream().mapToObj(i -> systems.get(i).id()).toList();
  }

  Map<Slug, DerivedSystem> systems() {
    Map<Slug, DerivedSystem> derived = new LinkedHashMap<>();
    for (int i = 0; i < systems.size(); i++) {
      Slug id = systems.get(i).id();
      derived.put(id, new DerivedSystem(id, own[i], state[i], slugs(causes[i])));
    }
    return derived;
  }

  /** How many needs were looked at, for the test that this grows with the edges. */
  long visits() {
    return visits;
  }
}
