package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;

/**
 * A grouping as residents think.
 *
 * @param often stands among the often needed ones on the start page
 */
public record LifeSituation(Slug id, List<Slug> formerly, Text name, boolean often) {
  public LifeSituation {
    formerly = List.copyOf(formerly);
  }
}
