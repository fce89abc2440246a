package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Derived.DerivedService;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of a way in or of an office would do to the services, before it is saved.
 *
 * @param stranded services to which no open way leads any longer
 * @param reached services to which one leads again
 * @param moved services that send residents to another way first
 */
public record WayConsequences(List<Slug> stranded, List<Slug> reached, List<Slug> moved) {
  public WayConsequences {
    stranded = List.copyOf(stranded);
    reached = List.copyOf(reached);
    moved = List.copyOf(moved);
  }

  /** The difference between two derivations of one town. */
  public static WayConsequences between(Derived before, Derived after) {
    List<Slug> stranded = new ArrayList<>();
    List<Slug> reached = new ArrayList<>();
    List<Slug> moved = new ArrayList<>();
    for (DerivedService now : after.services().values()) {
      DerivedService then = before.service(now.service());
      if (now.withoutOpenWay() && !then.withoutOpenWay()) {
        stranded.add(now.service());
      } else if (then.withoutOpenWay() && !now.withoutOpenWay()) {
        reached.add(now.service());
      } else if (!now.waysIn().stream().findFirst().equals(then.waysIn().stream().findFirst())) {
        moved.add(now.service());
      }
    }
    return new WayConsequences(stranded, reached, moved);
  }
}
