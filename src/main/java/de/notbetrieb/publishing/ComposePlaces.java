package de.notbetrieb.publishing;

import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicTown;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Derived.DerivedContact;
import de.notbetrieb.situation.OfficeStatus;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Unit;
import de.notbetrieb.town.Visibility;
import de.notbetrieb.town.calendar.OfficeHours;
import de.notbetrieb.town.calendar.PhoneNumbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Offices and ways in, as an edition shows them. */
final class ComposePlaces {
  /** From today on; a page can be two weeks old and still say who is open. */
  static final int DAYS = 16;

  private final Situation situation;
  private final Derived derived;
  private final InTheTownsLanguages words;
  private final EachText each;
  private final LocalDate today;
  private final OfficeHours hours;
  private final Set<Slug> publicOffices;
  private final Set<Slug> publicUnits;

  ComposePlaces(Situation situation, Derived derived, InTheTownsLanguages words, LocalDate today) {
    this.words = words;
    this.each = words.each();
    this.situation = situation;
    this.derived = derived;
    this.today = today;
    this.hours = new OfficeHours(situation.town().holidays());
    this.publicOffices =
        situation.town().offices().stream()
            .filter(office -> office.audience() == Visibility.PUBLIC)
            .map(Office::id)
            .collect(Collectors.toSet());
    this.publicUnits =
        situation.town().units().stream()
            .filter(unit -> unit.audience() == Visibility.PUBLIC)
            .map(Unit::id)
            .collect(Collectors.toSet());
  }

  List<PublicOffice> offices() {
    return situation.town().offices().stream()
        .filter(office -> publicOffices.contains(office.id()))
        .map(this::office)
        .map(each::of)
        .toList();
  }

  private PublicOffice office(Office office) {
    Optional<OfficeStatus> status = status(office.id());
    OfficeState state = status.map(OfficeStatus::state).orElse(OfficeState.OPEN);
    return new PublicOffice(
        office.id(),
        office.name(),
        office.address(),
        state,
        status.flatMap(OfficeStatus::note),
        status.flatMap(OfficeStatus::until),
        hours.inWords(office),
        state == OfficeState.CLOSED ? List.of() : days(office),
        office.access(),
        office.main());
  }

  private Optional<OfficeStatus> status(Slug office) {
    return situation.offices().stream().filter(s -> s.office().equals(office)).findFirst();
  }

  private List<OpenDay> days(Office office) {
    return hours.days(office, today, DAYS);
  }

  List<PublicContact> contacts() {
    return situation.town().contacts().stream()
        .filter(contact -> contact.audience() == Visibility.PUBLIC)
        .map(this::contact)
        .map(each::of)
        .toList();
  }

  private PublicContact contact(Contact contact) {
    DerivedContact now = Objects.requireNonNull(derived.contacts().get(contact.id()));
    return new PublicContact(
        contact.id(),
        contact.kind(),
        contact.label(),
        contact.value(),
        contact.kind() == WayInKind.PHONE ? PhoneNumbers.e164(contact.value()) : Optional.empty(),
        now.state(),
        words.joined(now.notes()),
        contact.capacity(),
        contact.topics(),
        contact.unit().filter(publicUnits::contains),
        contact.office().filter(publicOffices::contains),
        contactDays(contact),
        contact.main(),
        contact.spokenLanguages());
  }

  /** Its own hours, else those of its office. */
  private List<OpenDay> contactDays(Contact contact) {
    if (contact.kind() == WayInKind.LETTER_BOX || contact.kind() == WayInKind.POST) {
      return List.of();
    }
    if (contact.hours().isPresent()) {
      return hours.days(contact.hours().get(), today, DAYS);
    }
    return contact
        .office()
        .filter(office -> status(office).map(s -> s.state() != OfficeState.CLOSED).orElse(true))
        .flatMap(situation.town()::office)
        .map(this::days)
        .orElse(List.of());
  }

  static Optional<PublicTown.Genuine> genuine(Contact contact) {
    return switch (contact.kind()) {
      case PHONE ->
          Optional.of(new PublicTown.Genuine(PublicTown.Genuine.Kind.PHONE, contact.value()));
      case EMAIL ->
          Optional.of(new PublicTown.Genuine(PublicTown.Genuine.Kind.EMAIL, contact.value()));
      case ONLINE_FORM ->
          Optional.of(new PublicTown.Genuine(PublicTown.Genuine.Kind.WEB_ADDRESS, contact.value()));
      case MESSENGER ->
          Optional.of(
              new PublicTown.Genuine(PublicTown.Genuine.Kind.SOCIAL_ACCOUNT, contact.value()));
      case COUNTER, LETTER_BOX, POST -> Optional.empty();
    };
  }
}
