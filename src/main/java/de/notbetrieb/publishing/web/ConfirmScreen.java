package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.NextWords;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Unchanged" is news: what is public is confirmed, and the next word promised anew. */
@Controller
class ConfirmScreen {
  private final Editions editions;
  private final NextWords nextWords;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  ConfirmScreen(Editions editions, Journal journal, Frames frames, Screens screens, Clock clock) {
    this.editions = editions;
    this.nextWords = new NextWords(journal, editions);
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/bestaetigen")
  ResponseEntity<String> form(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    OffsetDateTime due =
        nextWords
            .suggestion(me.town(), now())
            .orElseGet(() -> now().plusDays(1).withHour(12).withMinute(0));
    return page(
        me,
        request,
        HttpStatus.OK,
        Map.of("nextWordDue", Typed.field(due, clock.getZone())),
        FieldProblems.none());
  }

  @PostMapping("/bestaetigen")
  ResponseEntity<String> confirm(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam String nextWordDue,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String alone,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return FieldProblems.tried(
            request,
            () ->
                editions.confirm(
                    me.town(),
                    me.person(),
                    form,
                    now(),
                    due(nextWordDue),
                    password,
                    Optional.of(alone.strip()).filter(why -> !why.isEmpty())))
        .map(
            problems ->
                page(
                    me,
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    FieldProblems.typed(request, "password"),
                    problems))
        .orElseGet(() -> Screens.see("/mitnehmen"));
  }

  private ResponseEntity<String> page(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      Map<String, String> typed,
      FieldProblems problems) {
    Frame frame = frames.of(request, "release", "confirm.title");
    Optional<Edition> live = editions.live(me.town());
    int changes =
        live.map(
                edition ->
                    Difference.of(
                            live, editions.drafting().draft(me.town(), now(), Optional.empty()))
                        .items()
                        .size())
            .orElse(0);
    boolean covered =
        live.filter(edition -> editions.isCovered(me.town(), Editions.stillTrue(edition, now())))
            .isPresent();
    return screens.show(
        status,
        "confirm",
        frame,
        new ConfirmPage(
            live.map(Edition::number),
            changes,
            !covered,
            me.person().may(Right.RELEASE),
            typed,
            problems));
  }

  private Optional<OffsetDateTime> due(String written) {
    if (written.isBlank()) {
      throw Refused.invalid("nextWordDue", "publishing.next-word-missing");
    }
    try {
      OffsetDateTime due = LocalDateTime.parse(written).atZone(clock.getZone()).toOffsetDateTime();
      if (due.isBefore(now())) {
        throw Refused.invalid("nextWordDue", "publishing.next-word-past");
      }
      return Optional.of(due);
    } catch (DateTimeParseException e) {
      throw Refused.invalid(
          List.of(new Refused.Problem("nextWordDue", "publishing.not-a-time", List.of(written))));
    }
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }
}
