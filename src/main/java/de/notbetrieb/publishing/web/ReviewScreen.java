package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Judgements;
import de.notbetrieb.publishing.Request;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a release, seeing the difference as residents will, releasing or sending back. */
@Controller
class ReviewScreen {
  private final Editions editions;
  private final de.notbetrieb.access.People people;
  private final Frames frames;
  private final Screens screens;
  private final Judgements judgements;
  private final Clock clock;

  ReviewScreen(
      Editions editions,
      de.notbetrieb.access.People people,
      Frames frames,
      Screens screens,
      Journal journal,
      Clock clock) {
    this.editions = editions;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.judgements = new Judgements(journal);
    this.clock = clock;
  }

  @GetMapping("/entwurf")
  ResponseEntity<String> draft(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    OffsetDateTime now = now();
    Edition draft = editions.draft(me.town(), now, Optional.empty());
    Frame frame = frames.of(request, "release", "draft.title");
    String suggestion = now.plusDays(1).withHour(12).withMinute(0).toLocalDateTime().toString();
    return screens.show(
        "draft",
        frame,
        new DraftPage(
            difference(me.town(), draft),
            draft.number(),
            suggestion.substring(0, 16),
            judgements.open(me.town()),
            me.person().may(Right.REQUEST),
            me.person().may(Right.WRITE)));
  }

  @PostMapping("/anfragen")
  ResponseEntity<String> request(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String nextWordDue,
      @RequestParam String form) {
    Request request =
        editions.request(me.town(), me.person(), new RequestId(form), now(), due(nextWordDue));
    return Screens.see("/anfragen/" + request.id());
  }

  @GetMapping("/anfragen/{id}")
  ResponseEntity<String> review(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request, @PathVariable String id) {
    me.person().allowedTo(Right.READ);
    Request found = find(me.town(), id);
    Frame frame = frames.of(request, "release", "review.title");
    return screens.show(
        "review",
        frame,
        new ReviewPage(
            id,
            found.state(),
            difference(me.town(), found.edition()),
            found.edition().number(),
            found.contentDigest().hex().substring(0, 8),
            people.find(me.town(), found.author()).map(Person::name).orElse("?"),
            found.edition().nextWordDue().map(due -> frame.texts().when(due, clock.getZone())),
            me.person().may(Right.RELEASE),
            found.author().equals(me.person().pseudonym()),
            found.returned()));
  }

  @PostMapping("/anfragen/{id}/freigabe")
  ResponseEntity<String> release(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String alone,
      @RequestParam String form) {
    editions.release(
        me.town(),
        me.person(),
        new RequestId(form),
        id,
        password,
        Optional.of(alone.strip()).filter(why -> !why.isEmpty()));
    return Screens.see("/mitnehmen");
  }

  @PostMapping("/anfragen/{id}/rueckgabe")
  ResponseEntity<String> giveBack(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam String why,
      @RequestParam String form) {
    editions.giveBack(me.town(), me.person(), new RequestId(form), id, why.strip());
    return Screens.see("/anfragen/" + id);
  }

  private Difference difference(Slug town, Edition next) {
    return Difference.of(editions.live(town), next);
  }

  private Request find(Slug town, String id) {
    return editions.requests(town).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("publishing.no-request", id));
  }

  private Optional<OffsetDateTime> due(String written) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(written).atZone(clock.getZone()).toOffsetDateTime());
    } catch (DateTimeParseException e) {
      throw Refused.invalid("nextWordDue", "publishing.not-a-time", written);
    }
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }
}
