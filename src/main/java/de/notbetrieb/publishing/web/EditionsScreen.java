package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Published;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.Withdrawal;
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

/** The list of editions; taking one back; asking that an earlier one be said again. */
@Controller
class EditionsScreen {
  private final Editions editions;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  EditionsScreen(Editions editions, People people, Frames frames, Screens screens, Clock clock) {
    this.editions = editions;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/ausgaben")
  ResponseEntity<String> list(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "editions", "editions.title");
    List<EditionsPage.Row> rows =
        editions.published(me.town()).stream().map(one -> row(one, me, frame)).toList();
    return screens.show(
        "editions",
        frame,
        new EditionsPage(rows, me.person().may(Right.WITHDRAW), me.person().may(Right.REQUEST)));
  }

  private EditionsPage.Row row(Published one, SignedIn me, Frame frame) {
    return new EditionsPage.Row(
        one.number(),
        when(one.released(), frame),
        name(one.author(), me),
        name(one.releaser(), me),
        one.alone(),
        one.state(),
        one.withdrawal()
            .map(
                taken ->
                    frame.t(
                        "editions.taken",
                        when(taken.when(), frame),
                        name(taken.by(), me),
                        taken.reason())));
  }

  @GetMapping("/ausgaben/{number}/zurueckziehen")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request, @PathVariable int number) {
    me.person().allowedTo(Right.WITHDRAW);
    return form(me, request, number, FieldProblems.none());
  }

  private ResponseEntity<String> form(
      SignedIn me, HttpServletRequest request, int number, FieldProblems problems) {
    Published edition =
        editions.published(me.town()).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", String.valueOf(number)));
    if (edition.state() == Published.State.WITHDRAWN) {
      throw Refused.conflict("publishing.withdrawn-already", String.valueOf(number));
    }
    List<WithdrawPage.Correction> corrections =
        editions.drafting().requests(me.town()).stream()
            .filter(one -> one.state() == Request.State.OPEN)
            .map(
                one ->
                    new WithdrawPage.Correction(
                        one.id(),
                        one.edition().number(),
                        name(one.author(), me),
                        one.contentDigest().hex().substring(0, 8)))
            .toList();
    Map<String, String> typed =
        problems.isEmpty() ? Map.of() : FieldProblems.typed(request, "password");
    return screens.show(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "withdraw",
        frames.of(request, "editions", "withdraw.title"),
        new WithdrawPage(
            number, edition.state() == Published.State.LIVE, corrections, typed, problems));
  }

  @PostMapping("/ausgaben/{number}/zurueckziehen")
  ResponseEntity<String> withdraw(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String correction,
      @RequestParam String password,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WITHDRAW);
    return FieldProblems.tried(
            request,
            () ->
                editions.withdraw(
                    me.town(),
                    me.person(),
                    form,
                    new Withdrawal.Order(number, reason, filled(words), filled(correction)),
                    password,
                    Moment.now(clock).toOffset()))
        .map(problems -> form(me, request, number, problems))
        .orElseGet(() -> Screens.see("/ausgaben"));
  }

  @PostMapping("/ausgaben/{number}/erneut")
  ResponseEntity<String> again(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int number,
      @RequestParam RequestId form) {
    Request request =
        editions
            .drafting()
            .again(me.town(), me.person(), form, number, Moment.now(clock).toOffset());
    return Screens.see("/anfragen/" + request.id());
  }

  private static Optional<String> filled(String typed) {
    return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
  }

  private String when(Moment moment, Frame frame) {
    return frame.texts().when(moment.toOffset(), clock.getZone());
  }

  private String name(Actor actor, SignedIn me) {
    return people.find(me.town(), actor).map(Person::name).orElse("?");
  }
}
