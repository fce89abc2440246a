package de.notbetrieb.town.web;

import de.notbetrieb.edition.WayInKind;
import java.util.List;
import java.util.Optional;

/**
 * The phone book by unit.
 *
 * @param sought what was looked for; empty: everything
 */
public record PhoneBookPage(List<Group> groups, String sought, boolean mayChange) {
  public PhoneBookPage {
    groups = List.copyOf(groups);
  }

  /**
   * A unit and its entries; the last group has those of no unit.
   *
   * @param depth how many units lie above it
   */
  public record Group(
      Optional<String> unit, String name, int depth, boolean staffOnly, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** One entry. */
  public record Row(
      String id,
      String label,
      WayInKind kind,
      String value,
      String topics,
      String hours,
      boolean staffOnly) {}
}
