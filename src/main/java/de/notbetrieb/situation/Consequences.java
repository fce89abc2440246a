package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Derived.DerivedContact;
import de.notbetrieb.situation.Derived.DerivedService;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change would do, before it is saved.
 *
 * @param falling services that get worse
 * @param held services that it touches and that stay as they are, by a fallback, a step or a
 *     person's word
 * @param returning services that get better
 * @param waysIn ways in whose state changes
 */
public record Consequences(
    List<ServiceChange> falling,
    List<ServiceChange> held,
    List<ServiceChange> returning,
    List<WayInChange> waysIn) {
  public Consequences {
    falling = List.copyOf(falling);
    held = List.copyOf(held);
    returning = List.copyOf(returning);
    waysIn = List.copyOf(waysIn);
  }

  /** A service before and after. */
  public record ServiceChange(Slug service, ServiceState before, ServiceState after) {}

  /** A way in before and after. */
  public record WayInChange(Slug contact, WayInState before, WayInState after) {}

  /** How many services the change touches. */
  public int services() {
    return falling.size() + held.size() + returning.size();
  }

  /** The difference between two derivations of one town. */
  public static Consequences between(Derived before, Derived after) {
    List<ServiceChange> falling = new ArrayList<>();
    List<ServiceChange> held = new ArrayList<>();
    List<ServiceChange> returning = new ArrayList<>();
    for (DerivedService now : after.services().values()) {
      DerivedService then = before.service(now.service());
      ServiceChange change = new ServiceChange(now.service(), then.state(), now.state());
      int direction = now.state().compareTo(then.state());
      if (direction < 0) {
        falling.add(change);
      } else if (direction > 0) {
        returning.add(change);
      } else if (!now.causes().equals(then.causes()) && now.state() != ServiceState.UNAVAILABLE) {
        held.add(change);
      }
    }
    return new Consequences(falling, held, returning, waysIn(before, after));
  }

  private static List<WayInChange> waysIn(Derived before, Derived after) {
    List<WayInChange> changes = new ArrayList<>();
    for (DerivedContact now : after.contacts().values()) {
      DerivedContact then = before.contact(now.contact());
      if (now.state() != then.state()) {
        changes.add(new WayInChange(now.contact(), then.state(), now.state()));
      }
    }
    return changes;
  }
}
