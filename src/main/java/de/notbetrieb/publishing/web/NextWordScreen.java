package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.NextWord;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.NextWords;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When the town speaks next, decided without publishing anything. */
@Controller
class NextWordScreen {
  private final Editions editions;
  private final NextWords nextWords;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  NextWordScreen(Editions editions, Journal journal, Frames frames, Screens screens, Clock clock) {
    this.editions = editions;
    this.nextWords = new NextWords(journal, editions);
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/naechste-nachricht")
  ResponseEntity<String> form(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    OffsetDateTime due =
        nextWords
            .suggestion(me.town(), now())
            .orElseGet(() -> now().plusDays(1).withHour(12).withMinute(0));
    Form form = Form.of(Map.of("due", Typed.field(due, clock.getZone())));
    return page(me, request, HttpStatus.OK, form);
  }

  @PostMapping("/naechste-nachricht")
  ResponseEntity<String> decide(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String due,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    return FieldProblems.tried(
            request,
            () ->
                nextWords.decide(
                    me.town(),
                    me.person(),
                    form,
                    Typed.time("due", due, clock.getZone()),
                    now(),
                    seen))
        .map(
            problems ->
                page(
                    me, request, HttpStatus.UNPROCESSABLE_CONTENT, Form.refused(request, problems)))
        .orElseGet(() -> Screens.see("/naechste-nachricht"));
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Form form) {
    Frame frame = frames.of(request, "release", "next-word.title");
    Optional<OffsetDateTime> decided = nextWords.decided(me.town()).map(NextWord::due);
    return screens.show(
        status,
        "next-word",
        frame,
        new NextWordPage(
            editions.live(me.town()).flatMap(Edition::nextWordDue).map(due -> when(frame, due)),
            decided.map(due -> when(frame, due)),
            decided.filter(now()::isAfter).isPresent(),
            nextWords.entry(me.town()),
            me.person().may(Right.WRITE),
            form));
  }

  private String when(Frame frame, OffsetDateTime time) {
    return frame.texts().when(time, clock.getZone());
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }
}
