package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.Expectation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
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

/** How long a service may take: a range, whose word it is, and what replaces it. */
@Controller
class ExpectationScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  ExpectationScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/dienste/{service}/dauer")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service) {
    me.person().allowedTo(Right.WRITE);
    return page(me, request, service, FieldProblems.none());
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, String service, FieldProblems problems) {
    Reading reading = journal.read(me.town());
    Service found = service(town(reading), service);
    Optional<Stored<Expectation>> said = said(reading, found.id());
    Map<String, String> present = values(said.map(Stored::value));
    return screens.show(
        problems.isEmpty() ? HttpStatus.OK : problems.status(),
        "expectation",
        frames.of(request, "services", "expectation.title"),
        new ExpectationPage(
            found.id().value(),
            found.name().de(),
            said.map(Stored::entry).orElse(0L),
            problems.isEmpty() ? Form.of(present) : Form.refused(request, problems, present)));
  }

  private static Map<String, String> values(Optional<Expectation> said) {
    Map<String, String> values = new HashMap<>();
    values.put("range", Sentences.german(said.map(Expectation::range)));
    values.put("rangeEn", Sentences.english(said.map(Expectation::range)));
    values.put("earliest", day(said.flatMap(Expectation::earliest)));
    values.put("latest", day(said.flatMap(Expectation::latest)));
    values.put("saidBy", Sentences.german(said.flatMap(Expectation::saidBy)));
    values.put("saidByEn", Sentences.english(said.flatMap(Expectation::saidBy)));
    values.put("decided", Sentences.german(said.flatMap(Expectation::decided)));
    values.put("decidedEn", Sentences.english(said.flatMap(Expectation::decided)));
    values.put("source", said.map(Expectation::source).orElse(""));
    return values;
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  @PostMapping("/dienste/{service}/dauer")
  ResponseEntity<String> say(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String service,
      @RequestParam Map<String, String> typed,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    return tried(
        me,
        request,
        service,
        form,
        change -> {
          Town town = town(change);
          Slug id = service(town, service).id();
          Optional<Expectation> before = said(change, id).map(Stored::value);
          OffsetDateTime since =
              before
                  .filter(_ -> typed.containsKey("correction"))
                  .map(Expectation::since)
                  .orElseGet(() -> change.now().toOffset());
          Situations.expect(change, town, read(id, typed, since, before), seen);
        });
  }

  private static Expectation read(
      Slug service, Map<String, String> typed, OffsetDateTime since, Optional<Expectation> before) {
    return new Expectation(
        Optional.of(service),
        Optional.empty(),
        Sentences.written(typed, "range", before.map(Expectation::range))
            .orElseThrow(() -> Refused.invalid("range", "situation.sentence-missing")),
        typed.getOrDefault("source", "").strip(),
        since,
        Sentences.written(typed, "saidBy", before.flatMap(Expectation::saidBy)),
        day(typed, "earliest"),
        day(typed, "latest"),
        Sentences.written(typed, "decided", before.flatMap(Expectation::decided)));
  }

  private static Optional<LocalDate> day(Map<String, String> typed, String field) {
    String written = typed.getOrDefault(field, "").strip();
    try {
      return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException e) {
      throw Refused.invalid(field, "situation.no-range");
    }
  }

  @PostMapping("/dienste/{service}/dauer/ende")
  ResponseEntity<String> end(
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
            said(change, service(town(change), service).id())
                .ifPresent(stored -> Situations.dropExpectation(change, stored.value(), seen)));
  }

  private ResponseEntity<String> tried(
      SignedIn me,
      HttpServletRequest request,
      String service,
      RequestId form,
      Consumer<Writing> act) {
    return FieldProblems.triedOrOvertaken(
            request, () -> journal.write(me.town(), me.person().allowedTo(Right.WRITE), form, act))
        .map(problems -> page(me, request, service, problems))
        .orElseGet(() -> Screens.see("/dienste/" + service));
  }

  private static Optional<Stored<Expectation>> said(Reading reading, Slug service) {
    return reading.find(Expectation.KIND, "service." + service);
  }

  private static Service service(Town town, String id) {
    return Optional.of(id)
        .filter(Slug::isValid)
        .flatMap(valid -> town.service(Slug.of(valid)))
        .orElseThrow(() -> Refused.notFound("situation.no-service", id));
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
