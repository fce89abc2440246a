package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Holidays;
import de.notbetrieb.town.LifeSituation;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Policy;
import de.notbetrieb.town.Profile;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A town with one desk: moving house needs the residents' register, which needs the network; a
 * birth is reported in two steps; the telephone hangs on the network, the letter box on nothing.
 */
final class SmallTown {
  static final OffsetDateTime FRIDAY = OffsetDateTime.parse("2023-11-17T07:25:00+01:00");
  static final Slug NETWORK = Slug.of("network");
  static final Slug REGISTER = Slug.of("register");
  static final Slug PRINTER = Slug.of("printer");
  static final Slug PHONE = Slug.of("phone");
  static final Slug LETTER_BOX = Slug.of("letter-box");
  static final Slug MOVING = Slug.of("moving");
  static final Slug BIRTH = Slug.of("birth");
  static final Slug PAPER_FORM = Slug.of("paper-form");
  static final Text ON_PAPER = Text.of("Auf Papier.", "On paper.");
  static final Text CALL = Text.of("Rufen Sie an: 07473 995.", "Call 07473 995.");
  static final Text NETWORK_REASON = Text.of("Unser Netz ist aus.", "Our network is off.");

  static final Town TOWN =
      new Town(
          new Profile(
              Slug.of("town"),
              "Stadt",
              Optional.empty(),
              URI.create("https://stadt.example"),
              ZoneId.of("Europe/Berlin"),
              List.of(),
              "Bürgermeisteramt",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              List.of()),
          List.of(Language.DE, Language.EN),
          List.of(),
          List.of(),
          List.of(
              contact(PHONE, WayInKind.PHONE, List.of(Need.required(NETWORK))),
              contact(LETTER_BOX, WayInKind.LETTER_BOX, List.of())),
          List.of(
              system("network", List.of(), Optional.of(NETWORK_REASON)),
              system("register", List.of(Need.required(NETWORK))),
              system("printer", List.of())),
          List.of(new LifeSituation(Slug.of("life"), List.of(), Text.of("Leben"), true)),
          List.of(
              service(MOVING, List.of(Need.required(REGISTER)), List.of()),
              service(
                  BIRTH,
                  List.of(),
                  List.of(
                      step("report", List.of()),
                      step("certificate", List.of(Need.required(REGISTER)))))),
          List.of(
              new Fallback(
                  PAPER_FORM,
                  List.of(),
                  "Meldeschein auf Papier",
                  List.of(MOVING),
                  List.of(),
                  ServiceState.LIMITED,
                  ON_PAPER,
                  List.of(Need.required(PRINTER)),
                  List.of(LETTER_BOX),
                  List.of(Text.of("Meldeschein")),
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())),
          List.of(),
          List.of(),
          new Holidays("bw", List.of()),
          Policy.USUAL);

  private SmallTown() {}

  /** Nothing is said of it. */
  static Situation quiet() {
    return DerivationPropertiesTest.nothingSaid(TOWN);
  }

  static Situation after(Slug system, SystemState state) {
    return quiet().with(DerivationPropertiesTest.status(system, state));
  }

  static Situation withFallback(Situation situation) {
    return new Situation(
        situation.town(),
        situation.incident(),
        situation.systems(),
        situation.contacts(),
        situation.offices(),
        List.of(new FallbackInForce(PAPER_FORM, FRIDAY)),
        situation.overrides(),
        situation.expectations());
  }

  static Situation withOverride(Situation situation, Override override) {
    return new Situation(
        situation.town(),
        situation.incident(),
        situation.systems(),
        situation.contacts(),
        situation.offices(),
        situation.fallbacks(),
        List.of(override),
        situation.expectations());
  }

  static Situation withContact(Situation situation, Slug contact, WayInState state) {
    return new Situation(
        situation.town(),
        situation.incident(),
        situation.systems(),
        List.of(new ContactStatus(contact, state, FRIDAY, Optional.empty(), Optional.empty())),
        situation.offices(),
        situation.fallbacks(),
        situation.overrides(),
        situation.expectations());
  }

  static Override override(ServiceState state, Optional<LocalDate> until) {
    return new Override(
        MOVING,
        Optional.empty(),
        state,
        Text.of("So ist es."),
        "von Hand geprüft",
        until,
        Optional.empty(),
        Optional.empty());
  }

  static SystemAsset system(String id, List<Need> needs) {
    return system(id, needs, Optional.empty());
  }

  private static SystemAsset system(String id, List<Need> needs, Optional<Text> reason) {
    return new SystemAsset(
        Slug.of(id),
        List.of(),
        "geheimer Name " + id,
        SystemAsset.Kind.OTHER,
        Optional.empty(),
        reason,
        needs,
        Optional.empty());
  }

  private static Contact contact(Slug id, WayInKind kind, List<Need> needs) {
    return new Contact(
        id,
        List.of(),
        kind,
        Text.of(id.value()),
        "07473 99" + id.value().length(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        needs,
        Optional.empty(),
        true,
        List.of(),
        Visibility.PUBLIC);
  }

  private static Service.Step step(String id, List<Need> needs) {
    return new Service.Step(Slug.of(id), Text.of(id), needs, Service.Sentences.NONE);
  }

  private static Service service(Slug id, List<Need> needs, List<Service.Step> steps) {
    return new Service(
        id,
        List.of(),
        Text.of(id.value()),
        Slug.of("life"),
        Optional.empty(),
        Service.Words.NONE,
        Optional.empty(),
        List.of(),
        List.of(PHONE, LETTER_BOX),
        needs,
        steps,
        new Service.Sentences(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(CALL)),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Visibility.PUBLIC);
  }
}
