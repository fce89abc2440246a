package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Judgement;
import de.notbetrieb.publishing.Missing;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.Reviews;
import de.notbetrieb.town.Fallback;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Seeing the difference as residents will, and everything else that counts; then deciding. */
@Controller
class ReviewScreen {
  private final Editions editions;
  private final Reviews reviews;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  ReviewScreen(
      Editions editions,
      People people,
      Frames frames,
      Screens screens,
      Journal journal,
      Clock clock) {
    this.editions = editions;
    this.reviews = new Reviews(journal, editions);
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/anfragen/{id}")
  ResponseEntity<String> review(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request, @PathVariable String id) {
    me.person().allowedTo(Right.READ);
    return page(me, request, id, HttpStatus.OK, Form.of(Map.of()));
  }

  @PostMapping("/anfragen/{id}/freigabe")
  ResponseEntity<String> release(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String alone,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return FieldProblems.tried(
            request,
            () -> editions.release(me.town(), me.person(), form, id, password, Typed.words(alone)))
        .map(problems -> refused(me, request, id, problems))
        .orElseGet(() -> Screens.see("/mitnehmen"));
  }

  @PostMapping("/anfragen/{id}/rueckgabe")
  ResponseEntity<String> giveBack(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam String why,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return FieldProblems.tried(
            request,
            () -> editions.drafting().giveBack(me.town(), me.person(), form, id, why.strip()))
        .map(problems -> refused(me, request, id, problems))
        .orElseGet(() -> Screens.see("/anfragen/" + id));
  }

  private ResponseEntity<String> refused(
      SignedIn me, HttpServletRequest request, String id, FieldProblems problems) {
    Form form = new Form(FieldProblems.typed(request, "password"), problems, Map.of());
    return page(me, request, id, HttpStatus.UNPROCESSABLE_CONTENT, form);
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, String id, HttpStatus status, Form form) {
    Request found = editions.drafting().request(me.town(), id);
    Frame frame = frames.of(request, "release", "review.title");
    Optional<Edition> live = editions.live(me.town());
    boolean isOpen = found.state() == Request.State.OPEN;
    return screens.show(
        status,
        "review",
        frame,
        new ReviewPage(
            id,
            found.state(),
            Difference.of(live, found.edition()),
            Missing.of(live, found.edition()),
            found.edition().number(),
            found.contentDigest().hex().substring(0, 8),
            name(me, found.author()),
            found.edition().nextWordDue().map(due -> frame.texts().when(due, clock.getZone())),
            me.person().may(Right.RELEASE),
            me.person().may(Right.REQUEST),
            found.author().equals(me.person().pseudonym()),
            found.returned(),
            isOpen
                ? reviews.later(me.town(), found, Moment.now(clock).toOffset())
                : new Difference(List.of()),
            reviews.judged(me.town(), found.edition()).stream()
                .map(one -> judged(me, frame, one))
                .toList(),
            form));
  }

  private ReviewPage.Judged judged(SignedIn me, Frame frame, Reviews.Judged one) {
    Judgement judgement = one.judgement();
    return new ReviewPage.Judged(
        judgement.place().substring(0, judgement.place().indexOf(' ')),
        judgement.text().de(),
        judgement.promise().isPresent(),
        judgement.promise().map(Fallback.Promise::ground).or(judgement::noPromise).orElse(""),
        judgement.promise().map(Fallback.Promise::decider),
        name(me, one.by()),
        frame.texts().when(one.when().toOffset(), clock.getZone()));
  }

  private String name(SignedIn me, Actor actor) {
    return people.find(me.town(), actor).map(Person::name).orElse("?");
  }
}
