package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.OfficeStatus;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Offices;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/** Offices: open or not now, other hours on some days, the regular hours. */
@Controller
class OfficesScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  OfficesScreen(Journal journal, Frames frames, Screens screens, Clock clock) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/orte")
  ResponseEntity<String> list(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    var frame = frames.of(request, "offices", "offices.title");
    return screens.show(
        "offices", frame, OfficeViews.of(journal.read(me.town()), frame.texts(), clock).all());
  }

  @GetMapping("/orte/{office}")
  ResponseEntity<String> one(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String office) {
    me.person().allowedTo(Right.READ);
    return page(me, request, HttpStatus.OK, id(office), Optional.empty());
  }

  @PostMapping("/orte/{office}/zustand")
  ResponseEntity<String> state(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String office,
      @RequestParam OfficeState state,
      @RequestParam Map<String, String> typed,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Slug id = id(office);
    return answer(
        me,
        request,
        id,
        form,
        change -> {
          Optional<OfficeStatus> before =
              change.find(OfficeStatus.KIND, id.value()).map(Stored::value);
          Situations.setOffice(
              change,
              Towns.of(change).orElseThrow(() -> Refused.notFound("town.none", "-")),
              new OfficeStatus(
                  id,
                  state,
                  Sentences.written(typed, "note", before.flatMap(OfficeStatus::note)),
                  Sentences.written(typed, "until", before.flatMap(OfficeStatus::until))),
              seen);
        });
  }

  @PostMapping("/orte/{office}/tage")
  ResponseEntity<String> days(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String office,
      @RequestParam Map<String, String> typed,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Slug id = id(office);
    return answer(
        me,
        request,
        id,
        form,
        change -> {
          LocalDate from = day("from", typed.getOrDefault("from", ""));
          String last = typed.getOrDefault("to", "");
          LocalDate to = last.isBlank() ? from : day("to", last);
          Offices.except(
              change,
              id,
              from,
              to,
              typed.getOrDefault("times", ""),
              Sentences.written(typed, "why", Optional.empty()),
              seen);
        });
  }

  @PostMapping("/orte/{office}/tage/{day}/ende")
  ResponseEntity<String> asUsual(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String office,
      @PathVariable String day,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Slug id = id(office);
    return answer(
        me, request, id, form, change -> Offices.asUsual(change, id, day("from", day), seen));
  }

  @PostMapping("/orte/{office}/zeiten")
  ResponseEntity<String> regular(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String office,
      @RequestParam(defaultValue = "") String hours,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Slug id = id(office);
    return answer(me, request, id, form, change -> Offices.regular(change, id, hours, seen));
  }

  private ResponseEntity<String> answer(
      SignedIn me, HttpServletRequest request, Slug office, RequestId form, Consumer<Writing> act) {
    return FieldProblems.triedOrOvertaken(
            request, () -> journal.write(me.town(), me.person().allowedTo(Right.WRITE), form, act))
        .map(wrong -> page(me, request, wrong.status(), office, Optional.of(wrong)))
        .orElseGet(() -> Screens.see("/orte/" + office));
  }

  private ResponseEntity<String> page(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      Slug office,
      Optional<FieldProblems> wrong) {
    var frame = frames.of(request, "offices", "offices.title");
    OfficeViews views = OfficeViews.of(journal.read(me.town()), frame.texts(), clock);
    return screens.show(
        status,
        "office",
        frame,
        views.one(office, me.person().may(Right.WRITE), new OfficeForms(request, wrong)));
  }

  private static LocalDate day(String field, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw Refused.invalid(field, "town.no-day");
    }
  }

  private static Slug id(String written) {
    if (!Slug.isValid(written)) {
      throw Refused.notFound("situation.no-office", written);
    }
    return Slug.of(written);
  }
}
