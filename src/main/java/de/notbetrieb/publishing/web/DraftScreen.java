package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
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
import de.notbetrieb.publishing.Grant;
import de.notbetrieb.publishing.Judgements;
import de.notbetrieb.publishing.Missing;
import de.notbetrieb.publishing.NextWords;
import de.notbetrieb.publishing.Reviews;
import de.notbetrieb.town.Fallback;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would be public: its sentences judged, its release asked for. */
@Controller
class DraftScreen {
  private final Editions editions;
  private final Judgements judgements;
  private final NextWords nextWords;
  private final Reviews reviews;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  DraftScreen(Editions editions, Journal journal, Frames frames, Screens screens, Clock clock) {
    this.editions = editions;
    this.judgements = new Judgements(journal);
    this.nextWords = new NextWords(journal, editions);
    this.reviews = new Reviews(journal, editions);
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/entwurf")
  ResponseEntity<String> draft(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    return page(me, request, HttpStatus.OK, Form.of(Map.of("nextWordDue", suggestion(me))));
  }

  @PostMapping("/anfragen")
  ResponseEntity<String> request(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam String nextWordDue,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.REQUEST);
    String[] id = new String[1];
    return FieldProblems.tried(
            request,
            () ->
                id[0] =
                    editions
                        .drafting()
                        .request(
                            me.town(),
                            me.person(),
                            form,
                            now(),
                            Typed.time("nextWordDue", nextWordDue, clock.getZone()),
                            ticked(request))
                        .id())
        .map(problems -> refused(me, request, Form.refused(request, problems)))
        .orElseGet(() -> Screens.see("/anfragen/" + id[0]));
  }

  @PostMapping("/entwurf/zusagen/{key}")
  ResponseEntity<String> promise(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String decider,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    Fallback.Promise promise = new Fallback.Promise(ground.strip(), decider.strip());
    return judged(
        me, request, key, () -> judgements.promise(me.town(), me.person(), form, key, promise));
  }

  @PostMapping("/entwurf/keine-zusagen/{key}")
  ResponseEntity<String> noPromise(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String why,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    return judged(
        me,
        request,
        key,
        () -> judgements.noPromise(me.town(), me.person(), form, key, why.strip()));
  }

  private ResponseEntity<String> judged(
      SignedIn me, HttpServletRequest request, String key, Runnable act) {
    return FieldProblems.tried(request, act)
        .map(problems -> refused(me, request, at(key, Form.refused(request, problems))))
        .orElseGet(() -> Screens.see("/entwurf"));
  }

  /** Every sentence has the same fields; what was typed and what is wrong belongs to one. */
  private static Form at(String key, Form form) {
    Map<String, String> values = new TreeMap<>();
    form.values().forEach((field, words) -> values.put(field + "-" + key, words));
    Map<String, String> wrong = new TreeMap<>();
    form.problems().words().forEach((field, words) -> wrong.put(field + "-" + key, words));
    return new Form(values, new FieldProblems(wrong, false), Map.of());
  }

  private ResponseEntity<String> refused(SignedIn me, HttpServletRequest request, Form form) {
    Map<String, String> values = new TreeMap<>(form.values());
    values.putIfAbsent("nextWordDue", suggestion(me));
    return page(
        me, request, HttpStatus.UNPROCESSABLE_CONTENT, new Form(values, form.problems(), Map.of()));
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Form form) {
    Frame frame = frames.of(request, "release", "draft.title");
    Edition draft = editions.drafting().draft(me.town(), now(), Optional.empty());
    List<Grant> open = judgements.open(me.town());
    Set<String> held =
        request.getMethod().equals("POST")
            ? ticked(request)
            : reviews.heldBack(me.town(), now()).stream()
                .map(Difference.Item::key)
                .collect(Collectors.toSet());
    Optional<Edition> live = editions.live(me.town());
    return screens.show(
        status,
        "draft",
        frame,
        new DraftPage(
            Difference.of(live, draft),
            draft.number(),
            held,
            open,
            Missing.of(live, draft),
            me.person().may(Right.REQUEST),
            me.person().may(Right.WRITE),
            form));
  }

  private static Set<String> ticked(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameterValues("held")).map(Set::of).orElse(Set.of());
  }

  private String suggestion(SignedIn me) {
    OffsetDateTime due =
        nextWords
            .suggestion(me.town(), now())
            .orElseGet(() -> now().plusDays(1).withHour(12).withMinute(0));
    return Typed.field(due, clock.getZone());
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }
}
