package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place with an address and opening hours where people come.
 *
 * @param hours regular hours in OSM opening_hours syntax; absent: not known
 * @param exceptions dated, each beats the regular hours of its day
 * @param access how people with disabilities get in
 * @param main the town hall: stands on the first screen
 */
public record Office(
    Slug id,
    List<Slug> formerly,
    Text name,
    List<String> address,
    Optional<String> hours,
    List<HoursException> exceptions,
    Optional<Text> access,
    boolean main,
    Visibility audience) {
  public Office {
    formerly = List.copyOf(formerly);
    address = List.copyOf(address);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * One day on which the hours differ.
   *
   * @param hours times such as "08:00-12:00", or "off"
   */
  public record HoursException(LocalDate date, String hours, Optional<Text> reason) {}
}
