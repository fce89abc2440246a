package de.notbetrieb.situation;

import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derived.DerivedContact;
import de.notbetrieb.situation.Derived.DerivedService;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What follows from what is so. A pure function: the same situation gives the same answer, and a
 * system that gets worse makes nothing better.
 */
public final class Derivation {
  private static final int MAX_REASONS = 3;

  private final Situation situation;
  private final SystemDerivation systems;
  private final Map<Slug, SystemAsset> assets;
  private final Map<Slug, DerivedContact> contacts = new LinkedHashMap<>();
  private final Set<Slug> publicContacts = new HashSet<>();

  private Derivation(Situation situation) {
    this.situation = situation;
    this.systems =
        new SystemDerivation(
            situation.town().systems(), byId(situation.systems(), SystemStatus::system));
    this.assets = byId(situation.town().systems(), SystemAsset::id);
  }

  public static Derived of(Situation situation) {
    return new Derivation(situation).derive();
  }

  /** How often an arrow is looked at while all of it is derived. */
  static long visits(Situation situation) {
    Derivation derivation = new Derivation(situation);
    derivation.derive();
    return derivation.systems.visits();
  }

  private Derived derive() {
    Map<Slug, ContactStatus> saidOfContacts = byId(situation.contacts(), ContactStatus::contact);
    Map<Slug, OfficeStatus> offices = byId(situation.offices(), OfficeStatus::office);
    for (Contact contact : situation.town().contacts()) {
      if (contact.audience() == Visibility.PUBLIC) {
        publicContacts.add(contact.id());
      }
      contacts.put(
          contact.id(),
          derive(contact, Optional.ofNullable(saidOfContacts.get(contact.id())), offices));
    }
    ServiceDerivation services =
        new ServiceDerivation(situation, systems, new DeadWays(situation.town(), contacts));
    Map<Slug, DerivedService> derived = new LinkedHashMap<>();
    for (Service service : situation.town().services()) {
      derived.put(service.id(), withWaysIn(service, services.derive(service)));
    }
    return new Derived(systems.systems(), contacts, derived);
  }

  private DerivedContact derive(
      Contact contact, Optional<ContactStatus> said, Map<Slug, OfficeStatus> offices) {
    WayInState own = said.map(ContactStatus::state).orElse(WayInState.UP);
    WayInState fromNeeds = wayIn(systems.impairment(contact.needs()));
    boolean shut =
        contact.kind() == WayInKind.COUNTER
            && contact
                .office()
                .map(offices::get)
                .map(status -> status.state() == OfficeState.CLOSED)
                .orElse(false);
    WayInState state = shut ? WayInState.DOWN : worse(own, fromNeeds);
    return new DerivedContact(
        contact.id(),
        state,
        said.map(ContactStatus::words).orElse(List.of()),
        systems.causes(contact.needs()));
  }

  private DerivedService withWaysIn(Service service, ServiceDerivation.Result result) {
    List<Slug> waysIn =
        open(
            result
                .fallback()
                .map(Fallback::waysIn)
                .filter(ways -> !ways.isEmpty())
                .orElse(service.waysIn()));
    return new DerivedService(
        service.id(),
        result.state(),
        result.sentence(),
        result.state() == ServiceState.AVAILABLE ? List.of() : reasons(result.causes()),
        result.causes(),
        result.steps(),
        result.fallback(),
        result.override(),
        waysIn,
        waysIn.isEmpty() && !leadsAway(service, result),
        result.fallback().map(Fallback::papers).filter(p -> !p.isEmpty()).orElse(service.papers()),
        result
            .fallback()
            .map(Fallback::payment)
            .filter(p -> !p.isEmpty())
            .orElse(service.payment()));
  }

  /** Another body does it, always or now: residents turn to that one. */
  private static boolean leadsAway(Service service, ServiceDerivation.Result result) {
    return service.competent().isPresent()
        || (result.state() == ServiceState.ELSEWHERE
            && result.fallback().flatMap(Fallback::helper).isPresent());
  }

  /** Ways that are up, best first; when there is none, those that work at least at times. */
  private List<Slug> open(List<Slug> prepared) {
    List<Slug> up = inState(prepared, WayInState.UP);
    return up.isEmpty() ? inState(prepared, WayInState.LIMITED) : up;
  }

  private List<Slug> inState(List<Slug> prepared, WayInState state) {
    return prepared.stream()
        .filter(publicContacts::contains)
        .filter(id -> Objects.requireNonNull(contacts.get(id)).state() == state)
        .distinct()
        .toList();
  }

  /** Only public words: those of the causes that have some, else that it is the outage. */
  private List<Text> reasons(List<Slug> causes) {
    if (causes.isEmpty()) {
      return List.of();
    }
    List<Text> reasons =
        causes.stream()
            .flatMap(cause -> Optional.ofNullable(assets.get(cause)).stream())
            .flatMap(asset -> asset.publicReason().stream())
            .distinct()
            .limit(MAX_REASONS)
            .toList();
    return reasons.isEmpty() ? List.of(DefaultSentences.OUTAGE) : reasons;
  }

  private static WayInState wayIn(SystemState state) {
    return switch (state) {
      case UP -> WayInState.UP;
      case LIMITED -> WayInState.LIMITED;
      case UNKNOWN -> WayInState.UNKNOWN;
      case DOWN -> WayInState.DOWN;
    };
  }

  private static WayInState worse(WayInState one, WayInState other) {
    return severity(one) >= severity(other) ? one : other;
  }

  private static int severity(WayInState state) {
    return switch (state) {
      case UP -> 0;
      case LIMITED -> 1;
      case UNKNOWN -> 2;
      case DOWN -> 3;
    };
  }

  static <T> Map<Slug, T> byId(List<T> all, Function<T, Slug> id) {
    Map<Slug, T> byId = new HashMap<>();
    all.forEach(one -> byId.put(id.apply(one), one));
    return byId;
  }
}
