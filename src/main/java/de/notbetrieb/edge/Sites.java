package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Minisign;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is served at one moment. Replaced as a whole; whoever holds one sees one world.
 */
record Sites(Map<String, Town> byHost, List<Town> towns, List<String> problems) {
  static final Sites NONE = new Sites(Map.of(), List.of(), List.of());

  /** One town: its live edition, the numbers before it, and what is wrong. */
  record Town(
      EditionStore store,
      Minisign.PublicKey key,
      Site site,
      List<Past> past,
      List<String> problems) {
    Optional<Past> past(int number) {
      return past.stream().filter(one -> one.number() == number).findFirst();
    }
  }

  /** A verified number, its time and the hash of its list; withdrawn ones answer 410. */
  record Past(int number, OffsetDateTime time, String sums, Purpose purpose, boolean isWithdrawn) {}

  /** A host belongs to the town that had it first; nobody gets a neighbour's page under it. */
  static Sites of(List<Town> towns, List<String> problems) {
    Map<String, Town> byHost = new LinkedHashMap<>();
    towns.forEach(town -> byHost.putIfAbsent(town.site().host(), town));
    return new Sites(Map.copyOf(byHost), List.copyOf(towns), List.copyOf(problems));
  }

  /** The town of a host; for an unknown host the only town. */
  Optional<Town> of(String host) {
    Town known = byHost.get(host);
    if (known != null) {
      return Optional.of(known);
    }
    return towns.size() == 1 ? Optional.of(towns.getFirst()) : Optional.empty();
  }
}
