package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much hangs on each system, whatever its state: the order of the systems board. */
public final class Dependents {
  private Dependents() {}

  /** For each system the number of services that need it, themselves or through other systems. */
  public static Map<Slug, Integer> services(Town town) {
    List<SystemAsset> systems = town.systems();
    Map<Slug, Integer> index = new HashMap<>();
    systems.forEach(system -> index.put(system.id(), index.size()));
    int[][] arrows = new int[systems.size()][];
    for (int i = 0; i < systems.size(); i++) {
      arrows[i] = targets(systems.get(i).needs(), index);
    }
    BitSet all = new BitSet();
    all.set(0, systems.size());
    Reach reach = Reach.of(arrows, all);
    int[] count = new int[systems.size()];
    for (Service service : town.services()) {
      BitSet needed = new BitSet();
      for (int system : targets(needs(service), index)) {
        needed.or(reach.from(system));
      }
      needed.stream().forEach(system -> count[system]++);
    }
    Map<Slug, Integer> counts = new LinkedHashMap<>();
    systems.forEach(system -> counts.put(system.id(), count[counts.size()]));
    return counts;
  }

  private static List<Need> needs(Service service) {
    List<Need> needs = new ArrayList<>(service.needs());
    service.steps().forEach(step -> needs.addAll(step.needs()));
    return needs;
  }

  private static int[] targets(List<Need> needs, Map<Slug, Integer> index) {
    return needs.stream()
        .flatMap(need -> need.anyOf().stream())
        .filter(index::containsKey)
        .mapToInt(index::get)
        .toArray();
  }
}
