package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.RecoveryWords;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.KeyChanging;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.town.PreparedPlace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The town's key: its digits, when it was changed, and changing it, which cannot be taken back. */
@Controller
class TownKeyScreen {
  /** Where the digits of the key stand on paper; pages follow by themselves. */
  private static final Set<PreparedPlace.Sort> ON_PAPER =
      EnumSet.of(PreparedPlace.Sort.DOOR, PreparedPlace.Sort.GAZETTE);

  private final KeyChanging keys;
  private final Editions editions;
  private final Partners partners;
  private final Places places;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  TownKeyScreen(
      KeyChanging keys,
      Editions editions,
      Partners partners,
      Places places,
      People people,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.keys = keys;
    this.editions = editions;
    this.partners = partners;
    this.places = places;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/schluessel")
  ResponseEntity<String> key(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    return page(me, request, HttpStatus.OK, Form.of(Map.of()));
  }

  @PostMapping("/schluessel")
  ResponseEntity<String> change(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean sure,
      @RequestParam(defaultValue = "") String password,
      @RequestParam int seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    Frame frame = frames.of(request, "genuine", "key.changed.title");
    TownKeyPage.After after = after(me, frame);
    List<RecoveryWords> words = new ArrayList<>();
    return FieldProblems.tried(
            request,
            () -> {
              if (!sure) {
                throw Refused.invalid("sure", "publishing.key-not-sure");
              }
              words.add(
                  keys.change(
                      me.town(),
                      me.person(),
                      form,
                      new KeyChanging.Order(seen, reason),
                      password,
                      Moment.now(clock).toOffset()));
            })
        .map(problems -> page(me, request, problems.status(), typed(request, problems)))
        .orElseGet(
            () ->
                screens.show(
                    "town-key-changed",
                    frame,
                    new TownKeyChangedPage(words.getFirst().words(), fingerprint(me), after)));
  }

  private static Form typed(HttpServletRequest request, FieldProblems problems) {
    return new Form(FieldProblems.typed(request, "password"), problems, Map.of());
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Form form) {
    Frame frame = frames.of(request, "genuine", "key.title");
    List<KeyChange> changes = keys.changes(me.town());
    return screens.show(
        status,
        "town-key",
        frame,
        new TownKeyPage(
            fingerprint(me),
            changes.stream().map(one -> change(one, frame)).toList(),
            after(me, frame),
            changes.size(),
            keys.isPossible(me.town()),
            me.person().may(Right.RELEASE),
            form));
  }

  private Optional<String> fingerprint(SignedIn me) {
    return people.publicKey(me.town()).map(Fingerprint::of);
  }

  private TownKeyPage.Change change(KeyChange one, Frame frame) {
    return new TownKeyPage.Change(
        frame.texts().when(one.at(), clock.getZone()), one.from(), one.reason());
  }

  private TownKeyPage.After after(SignedIn me, Frame frame) {
    return new TownKeyPage.After(
        people.all(me.town()).stream()
            .filter(
                one -> one.may(Right.RELEASE) && !one.pseudonym().equals(me.person().pseudonym()))
            .map(Person::name)
            .toList(),
        editions.drafting().requests(me.town()).stream()
            .filter(one -> one.state() == Request.State.OPEN)
            .map(
                one ->
                    new TownKeyPage.Link(
                        "/anfragen/" + one.id(),
                        frame.t("editions.nr", String.valueOf(one.edition().number()))))
            .toList(),
        places.board(me.town()).stream()
            .filter(one -> ON_PAPER.contains(one.place().sort()) && !one.place().stopped())
            .map(one -> new TownKeyPage.Link("/stellen/" + one.id(), one.place().name()))
            .toList(),
        partners.present(me.town()).stream().map(one -> one.key().name()).distinct().toList());
  }
}
