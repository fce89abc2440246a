package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * A body that helps.
 *
 * @param staffPhone for the crisis team, never public
 */
public record Partner(
    Slug id,
    List<Slug> formerly,
    String name,
    Optional<Text> where,
    Optional<String> phone,
    Optional<String> staffPhone) {
  public Partner {
    formerly = List.copyOf(formerly);
  }
}
