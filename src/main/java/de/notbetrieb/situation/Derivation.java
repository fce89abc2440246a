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
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What follows from what is so. A pure function: the same situation gives the same answer, and a
 * system that gets worse makes nothing better.
 */
public final class Derivation {
  private final Situation situation;
  private final SystemDerivation systems;
  private final Map<Slug, SystemAsset> assets;
  private final Map<Slug, DerivedContact> contacts = new LinkedHashMap<>();

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

  private Derived derive() {
    Map<Slug, ContactStatus> saidOfContacts = byId(situation.contacts(), ContactStatus::contact);
    Map<Slug, OfficeStatus> offices = byId(situation.offices(), OfficeStatus::office);
    for (Contact contact : situation.town().contacts()) {
      contacts.put(
          contact.id(),
          derive(contact, Optional.ofNullable(saidOfContacts.get(contact.id())), offices));
    }
    ServiceDerivation services = new ServiceDerivation(situation, systems);
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
        contact.id(), state, said.flatMap(ContactStatus::note), systems.causes(contact.needs()));
  }

  private DerivedService withWaysIn(Service service, ServiceDerivation.Result result) {
    List<Slug> prepared =
        result.fallback().filter(fallback -> !fallback.waysIn().isEmpty()).isPresent()
            ? result.fallback().get().waysIn()
            : service.waysIn();
    return new DerivedService(
        service.id(),
        result.state(),
        result.sentence(),
        result.state() == ServiceState.AVAILABLE ? Optional.empty() : reason(result.causes()),
        result.causes(),
        result.steps(),
        result.fallback(),
        result.override(),
        open(prepared),
        result.fallback().map(f -> f.papers()).filter(p -> !p.isEmpty()).orElse(service.papers()),
        result
            .fallback()
            .map(f -> f.payment())
            .filter(p -> !p.isEmpty())
            .orElse(service.payment()));
  }

  /** Ways that are up, best first; when there is none, those that work at least at times. */
  private List<Slug> open(List<Slug> prepared) {
    List<Slug> up = inState(prepared, WayInState.UP);
    return up.isEmpty() ? inState(prepared, WayInState.LIMITED) : up;
  }

  private List<Slug> inState(List<Slug> prepared, WayInState state) {
    return prepared.stream()
        .filter(id -> contacts.containsKey(id) && contacts.get(id).state() == state)
        .toList();
  }

  /** Only public words: the causes' own ones, else that it is the outage. */
  private Optional<Text> reason(List<Slug> causes) {
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    List<Text> reasons =
        causes.stream()
            .map(
                cause ->
                    Objects.requireNonNull(assets.get(cause))
                        .publicReason()
                        .orElse(DefaultSentences.OUTAGE))
            .distinct()
            .toList();
    String german = reasons.stream().map(Text::de).collect(Collectors.joining(" "));
    boolean english = reasons.stream().allMatch(reason -> reason.en().isPresent());
    return Optional.of(
        english
            ? Text.of(
                german,
                reasons.stream().map(r -> r.en().orElseThrow()).collect(Collectors.joining(" ")))
            : Text.of(german));
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
