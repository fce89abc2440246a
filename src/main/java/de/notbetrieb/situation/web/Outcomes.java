package de.notbetrieb.situation.web;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.WayConsequences;
import de.notbetrieb.town.Town;
import java.util.List;

/** What a change would do, with the services' names. */
final class Outcomes {
  private Outcomes() {}

  static WaysPage.Outcome of(Town town, WayConsequences consequences) {
    return new WaysPage.Outcome(
        names(town, consequences.stranded()),
        names(town, consequences.reached()),
        names(town, consequences.moved()));
  }

  private static List<String> names(Town town, List<Slug> services) {
    return services.stream().map(id -> town.service(id).orElseThrow().name().de()).toList();
  }
}
