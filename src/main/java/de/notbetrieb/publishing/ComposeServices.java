package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicSearchWords;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.Expected;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Derived.DerivedService;
import de.notbetrieb.situation.Derived.DerivedStep;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Partner;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.TemplateWords;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Services, as an edition shows them. */
final class ComposeServices {
  private static final EachText IN_GERMAN = new EachText(text -> Text.of(text.de()));

  private final Town town;
  private final Situation situation;
  private final Derived derived;
  private final InTheTownsLanguages words;
  private final EachText each;
  private final OffsetDateTime asOf;

  ComposeServices(
      Town town,
      Situation situation,
      Derived derived,
      InTheTownsLanguages words,
      OffsetDateTime asOf) {
    this.words = words;
    this.each = words.each();
    this.town = town;
    this.situation = situation;
    this.derived = derived;
    this.asOf = asOf;
  }

  List<PublicService> all(Optional<Edition> previous, Set<Slug> heldBack) {
    List<PublicService> services = new ArrayList<>();
    for (Service service : town.services()) {
      if (service.audience() != Visibility.PUBLIC) {
        continue;
      }
      Optional<PublicService> before =
          previous.flatMap(
              edition ->
                  edition.services().stream()
                      .filter(one -> one.slug().equals(service.id()))
                      .findFirst());
      if (!heldBack.contains(service.id())) {
        services.add(present(service, before));
      } else {
        before.ifPresent(services::add);
      }
    }
    return services;
  }

  /** As it is now; what did not change keeps the time of its facts. */
  private PublicService present(Service service, Optional<PublicService> before) {
    ServiceState state = derived(service.id()).state();
    List<StateSince> history = StateHistory.of(before, state, asOf);
    List<Expected> expectations =
        ExpectationHistory.of(before, situation.expected(service.id()), state, asOf);
    PublicService now =
        service(service, before.map(PublicService::asOf).orElse(asOf), history, expectations);
    boolean unchanged = before.map(ComposeServices::facts).equals(Optional.of(facts(now)));
    return unchanged || before.isEmpty() ? now : service(service, asOf, history, expectations);
  }

  /** What the German words say: another translation is no other fact. */
  private static PublicService facts(PublicService service) {
    return IN_GERMAN.of(service).withoutSearchWords();
  }

  private DerivedService derived(Slug service) {
    return Objects.requireNonNull(derived.services().get(service));
  }

  private PublicService service(
      Service service,
      OffsetDateTime since,
      List<StateSince> history,
      List<Expected> expectations) {
    return each.of(said(service, since, history, expectations));
  }

  private PublicService said(
      Service service,
      OffsetDateTime since,
      List<StateSince> history,
      List<Expected> expectations) {
    DerivedService now = derived(service.id());
    return new PublicService(
        service.id(),
        service.name(),
        service.lifeSituation(),
        service.leikaKey(),
        now.state(),
        now.sentence(),
        words.joined(now.reasons()),
        now.override().flatMap(Override::untilSentence),
        Expected.present(expectations).map(Expected::range),
        steps(service, now.steps()),
        now.papers(),
        service.fee(),
        now.payment(),
        service.cutOffs().stream().map(Service.CutOff::rule).toList(),
        service
            .deadline()
            .map(d -> new PublicService.DeadlineRule(d.rule(), d.ground(), d.decider())),
        elsewhere(now),
        service
            .competent()
            .map(body -> new PublicService.Competent(body.who(), body.phone(), body.address())),
        now.state() == ServiceState.AVAILABLE
            ? Optional.empty()
            : service
                .substitute()
                .map(s -> new PublicService.Substitute(s.name(), s.address(), s.warning())),
        service.variations().stream()
            .map(v -> new PublicService.Difference(v.whom(), v.state(), v.sentence()))
            .toList(),
        service.offices().stream().filter(this::isPublicOffice).toList(),
        now.waysIn().stream().filter(this::isPublicContact).toList(),
        words(service),
        searchWords(service),
        since,
        history,
        expectations);
  }

  private static List<PublicService.PublicStep> steps(Service service, List<DerivedStep> derived) {
    List<PublicService.PublicStep> steps = new ArrayList<>();
    for (int i = 0; i < derived.size(); i++) {
      DerivedStep now = derived.get(i);
      steps.add(
          new PublicService.PublicStep(
              now.step(), service.steps().get(i).name(), now.state(), Optional.of(now.sentence())));
    }
    return steps;
  }

  private Optional<PublicService.Elsewhere> elsewhere(DerivedService now) {
    return now.fallback()
        .flatMap(Fallback::helper)
        .flatMap(
            helper ->
                town.partners().stream()
                    .filter(partner -> partner.id().equals(helper.partner()))
                    .findFirst()
                    .map(partner -> elsewhere(helper, partner)));
  }

  private static PublicService.Elsewhere elsewhere(Fallback.PartnerHelp helper, Partner partner) {
    return new PublicService.Elsewhere(
        partner.name(), partner.where(), helper.mode(), helper.authorisation(), helper.days());
  }

  private boolean isPublicOffice(Slug id) {
    return town.office(id).map(Office::audience).filter(Visibility.PUBLIC::equals).isPresent();
  }

  private boolean isPublicContact(Slug id) {
    return town.contact(id).map(Contact::audience).filter(Visibility.PUBLIC::equals).isPresent();
  }

  /** One word a text: the German ones, then the English ones as texts of both. */
  private static List<Text> words(Service service) {
    return Stream.concat(
            service.words().de().stream().map(Text::of),
            service.words().en().stream().map(word -> Text.of(word, word)))
        .distinct()
        .toList();
  }

  /** What the town wrote in further languages, then what the template knows. */
  private static List<PublicSearchWords> searchWords(Service service) {
    List<PublicSearchWords> all = new ArrayList<>();
    for (Language language : Language.values()) {
      List<String> words =
          Stream.concat(
                  service.words().inFurther(language).stream(),
                  TemplateWords.of(service.id(), language).stream())
              .distinct()
              .toList();
      if (!words.isEmpty()) {
        all.add(new PublicSearchWords(language, words));
      }
    }
    return all;
  }
}
