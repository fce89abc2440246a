package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is served at one moment. Replaced as a whole; whoever holds one sees one world.
 */
record Sites(
    Map<String, Town> byHost, List<Town> towns, List<Silent> silent, List<String> problems) {
  static final Sites NONE = new Sites(Map.of(), List.of(), List.of(), List.of());

  /** One town: its live edition, the numbers before it, and what is wrong. */
  record Town(
      EditionStore store,
      Minisign.PublicKey key,
      Site site,
      List<Past> past,
      Optional<TownLog.Served> log,
      List<String> problems) {
    Optional<Past> past(int number) {
      return past.stream().filter(one -> one.number() == number).findFirst();
    }
  }

  /**
   * A town of which every edition was taken back.
   *
   * @param host absent when this edge never served it
   */
  record Silent(EditionStore store, Optional<String> host, List<Past> past) {
    boolean isGone(int number) {
      return past.stream().anyMatch(one -> one.number() == number && one.isWithdrawn());
    }
  }

  /** A verified number, its time and the hash of its list; withdrawn ones answer 410. */
  record Past(int number, OffsetDateTime time, String sums, Purpose purpose, boolean isWithdrawn) {}

  /** A host belongs to the town that had it first; nobody gets a neighbour's page under it. */
  static Sites of(List<Town> towns, List<Silent> silent, List<String> problems) {
    Map<String, Town> byHost = new LinkedHashMap<>();
    towns.forEach(town -> byHost.putIfAbsent(town.site().host(), town));
    return new Sites(
        Map.copyOf(byHost), List.copyOf(towns), List.copyOf(silent), List.copyOf(problems));
  }

  /** The number that is served of a town. */
  Optional<Integer> served(Slug town) {
    return towns.stream()
        .filter(one -> one.store().town().equals(town))
        .findFirst()
        .map(one -> one.site().number());
  }

  /** The town of a host; for an unknown host the only town. */
  Optional<Town> of(String host) {
    Town known = byHost.get(host);
    if (known != null) {
      return Optional.of(known);
    }
    return towns.size() == 1 && silent.isEmpty() ? Optional.of(towns.getFirst()) : Optional.empty();
  }

  /** The town of a host that has nothing to show any more; for an unknown host the only one. */
  Optional<Silent> silent(String host) {
    Optional<Silent> known =
        silent.stream().filter(one -> one.host().filter(host::equals).isPresent()).findFirst();
    return known.isPresent() || !towns.isEmpty() || silent.size() != 1
        ? known
        : Optional.of(silent.getFirst());
  }
}
