package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.FallbackInForce;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.SharedWord;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services board: state, why, the person's word that beats it, prepared fallbacks. */
@Controller
class ServicesScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  ServicesScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/dienste")
  ResponseEntity<String> board(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Situation situation = situation(journal.read(me.town()));
    Derived derived = Derivation.of(situation);
    List<ServicesPage.Row> rows =
        situation.town().services().stream().map(s -> row(situation, derived, s)).toList();
    return screens.show(
        "services",
        frames.of(request, "services", "services.title"),
        new ServicesPage(rows, me.person().may(Right.WRITE)));
  }

  @GetMapping("/dienste/{service}")
  ResponseEntity<String> one(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service) {
    me.person().allowedTo(Right.READ);
    return page(me, request, service, FieldProblems.none());
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, String service, FieldProblems problems) {
    Reading reading = journal.read(me.town());
    Situation situation = situation(reading);
    Service found = service(situation.town(), service);
    Derived derived = Derivation.of(situation);
    long seen = reading.find(Override.KIND, service).map(Stored::entry).orElse(0L);
    List<ServicesPage.Prepared> prepared =
        situation.town().fallbacks().stream()
            .filter(fallback -> fallback.services().contains(found.id()))
            .map(
                fallback ->
                    new ServicesPage.Prepared(
                        fallback.id().value(),
                        fallback.name(),
                        fallback.sentence().de(),
                        fallback.lifts(),
                        reading
                            .find(FallbackInForce.KIND, fallback.id().value())
                            .map(Stored::entry)
                            .orElse(0L)))
            .toList();
    Optional<Override> said =
        situation.overrides().stream().filter(o -> o.recordId().equals(service)).findFirst();
    Map<String, String> present = values(said, derived.service(found.id()).state());
    return screens.show(
        problems.isEmpty() ? HttpStatus.OK : problems.status(),
        "service",
        frames.of(request, "services", "services.title"),
        new ServicePage(
            row(situation, derived, found),
            said,
            seen,
            prepared,
            problems.isEmpty() ? Form.of(present) : Form.refused(request, problems, present),
            me.person().may(Right.WRITE)));
  }

  private static Map<String, String> values(Optional<Override> said, ServiceState derived) {
    return Map.of(
        "state", said.map(Override::state).orElse(derived).name(),
        "sentence", said.map(one -> one.sentence().de()).orElse(""),
        "sentenceEn", said.flatMap(one -> one.sentence().en()).orElse(""),
        "reason", said.map(Override::reason).orElse(""));
  }

  @PostMapping("/dienste/{service}/wort")
  ResponseEntity<String> override(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service,
      @RequestParam ServiceState state,
      @RequestParam String sentence,
      @RequestParam String sentenceEn,
      @RequestParam String reason,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    return tried(
        me,
        request,
        service,
        form,
        change -> {
          Text words =
              Sentences.written("sentence", sentence, sentenceEn, Optional.empty())
                  .orElseThrow(() -> Refused.invalid("sentence", "situation.sentence-missing"));
          Override word = new SharedWord.Word(state, words, reason.strip()).on(id(service));
          Optional<Override> before =
              change.find(Override.KIND, word.recordId()).map(Stored::value);
          Situations.override(change, town(change), word.over(before), seen);
        });
  }

  @PostMapping("/dienste/{service}/wort/ende")
  ResponseEntity<String> endOverride(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    return tried(
        me,
        request,
        service,
        form,
        change ->
            change
                .find(Override.KIND, id(service).value())
                .ifPresent(stored -> Situations.removeOverride(change, stored.value(), seen)));
  }

  @PostMapping("/dienste/{service}/ausweich/{fallback}")
  ResponseEntity<String> fallback(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service,
      @PathVariable String fallback,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    return tried(
        me,
        request,
        service,
        form,
        change -> {
          if (seen == 0) {
            FallbackInForce begun = new FallbackInForce(id(fallback), change.now().toOffset());
            Situations.putInForce(change, town(change), begun, seen);
          } else {
            Situations.endFallback(change, id(fallback), seen);
          }
        });
  }

  private ResponseEntity<String> tried(
      SignedIn me,
      HttpServletRequest request,
      String service,
      RequestId form,
      Consumer<Writing> act) {
    String found = id(service).value();
    return FieldProblems.triedOrOvertaken(
            request, () -> journal.write(me.town(), me.person().allowedTo(Right.WRITE), form, act))
        .map(problems -> page(me, request, found, problems))
        .orElseGet(() -> Screens.see("/dienste/" + found));
  }

  private static ServicesPage.Row row(Situation situation, Derived derived, Service service) {
    Derived.DerivedService now = Objects.requireNonNull(derived.services().get(service.id()));
    return new ServicesPage.Row(
        service.id().value(),
        service.name().de(),
        now.state(),
        now.sentence().de(),
        now.causes().stream()
            .map(cause -> situation.town().system(cause).orElseThrow().name())
            .toList(),
        now.override().isPresent(),
        now.fallback().map(f -> f.name()),
        now.withoutOpenWay());
  }

  private static Slug id(String written) {
    if (!Slug.isValid(written)) {
      throw Refused.notFound("situation.no-service", written);
    }
    return Slug.of(written);
  }

  private static Service service(Town town, String id) {
    return town.service(id(id)).orElseThrow(() -> Refused.notFound("situation.no-service", id));
  }

  private static Situation situation(Reading reading) {
    return Situations.of(reading, town(reading));
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
