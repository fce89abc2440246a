package de.notbetrieb.situation;

import de.notbetrieb.edition.PaymentMeans;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Fallback;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What follows from a situation. */
public record Derived(
    Map<Slug, DerivedSystem> systems,
    Map<Slug, DerivedContact> contacts,
    Map<Slug, DerivedService> services) {

  /** That system of the town; each of the town is there. */
  public DerivedSystem system(Slug id) {
    return Objects.requireNonNull(systems.get(id), id::value);
  }

  /** That way in of the town. */
  public DerivedContact contact(Slug id) {
    return Objects.requireNonNull(contacts.get(id), id::value);
  }

  /** That service of the town. */
  public DerivedService service(Slug id) {
    return Objects.requireNonNull(services.get(id), id::value);
  }

  /**
   * A system with what it needs taken into account.
   *
   * @param causes the systems whose own state makes it so, in the town file's order; empty when up
   */
  public record DerivedSystem(Slug system, SystemState own, SystemState state, List<Slug> causes) {}

  /**
   * A way in with what it needs taken into account.
   *
   * @param notes for residents: whole sentences, read one after the other
   */
  public record DerivedContact(
      Slug contact, WayInState state, List<Text> notes, List<Slug> causes) {
    public Optional<Text> note() {
      return Text.joined(notes);
    }
  }

  /**
   * A service as residents will read it.
   *
   * @param causes for staff: the systems that make it so
   * @param reasons for residents: only words that are public, read one after the other
   * @param waysIn open ways, best first; ways that are limited when none is fully up
   * @param withoutOpenWay residents are told nothing they could do: review must say so
   */
  public record DerivedService(
      Slug service,
      ServiceState state,
      Text sentence,
      List<Text> reasons,
      List<Slug> causes,
      List<DerivedStep> steps,
      Optional<Fallback> fallback,
      Optional<Override> override,
      List<Slug> waysIn,
      boolean withoutOpenWay,
      List<Text> papers,
      List<PaymentMeans> payment) {
    public Optional<Text> reason() {
      return Text.joined(reasons);
    }
  }

  /** A step of a service. */
  public record DerivedStep(Slug step, ServiceState state, Text sentence) {}
}
