package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/** A node of the Organigramm; the one without a parent is the top. */
public record Unit(
    Slug id, List<Slug> formerly, Text name, Optional<Slug> parent, Visibility audience) {
  public Unit {
    formerly = List.copyOf(formerly);
  }
}
