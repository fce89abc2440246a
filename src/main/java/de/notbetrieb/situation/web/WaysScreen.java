package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.ContactStatus;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.WayConsequences;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.Visibility;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of the ways in: two clicks to say that a line is dead, who is sent where before. */
@Controller
class WaysScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  WaysScreen(Journal journal, Frames frames, Screens screens, Clock clock) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/wege")
  ResponseEntity<String> board(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam Optional<String> weg) {
    me.person().allowedTo(Right.READ);
    return page(me, request, HttpStatus.OK, weg, Optional.empty());
  }

  @PostMapping("/wege/{way}")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String way,
      @RequestParam WayInState state,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String noteEn,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String untilEn,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    if (!Slug.isValid(way)) {
      throw Refused.notFound("situation.no-contact", way);
    }
    Slug id = Slug.of(way);
    return FieldProblems.triedOrOvertaken(
            request,
            () ->
                journal.write(
                    me.town(),
                    me.person().allowedTo(Right.WRITE),
                    form,
                    change -> {
                      Optional<ContactStatus> before =
                          change.find(ContactStatus.KIND, id.value()).map(Stored::value);
                      ContactStatus status =
                          new ContactStatus(
                              id,
                              state,
                              since(before, state),
                              Sentences.written(
                                  "note", note, noteEn, before.flatMap(ContactStatus::note)),
                              Sentences.written(
                                  "until", until, untilEn, before.flatMap(ContactStatus::until)));
                      Situations.setContact(change, town(change), status, seen);
                    }))
        .map(
            problems ->
                page(me, request, problems.status(), Optional.of(way), Optional.of(problems)))
        .orElseGet(() -> Screens.see("/wege"));
  }

  /** Other words for the same state do not begin it anew. */
  private OffsetDateTime since(Optional<ContactStatus> before, WayInState state) {
    return before
        .filter(one -> one.state() == state)
        .map(ContactStatus::since)
        .orElseGet(() -> Moment.now(clock).toOffset());
  }

  private ResponseEntity<String> page(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      Optional<String> way,
      Optional<FieldProblems> problems) {
    Frame frame = frames.of(request, "ways", "ways.title");
    Reading reading = journal.read(me.town());
    Situation situation = Situations.of(reading, town(reading));
    Derived now = Derivation.of(situation);
    List<WaysPage.Row> rows =
        situation.town().contacts().stream().map(one -> row(frame, situation, now, one)).toList();
    boolean mayChange = me.person().may(Right.WRITE);
    Optional<WaysPage.Choice> choice =
        way.filter(id -> mayChange && Slug.isValid(id))
            .flatMap(id -> situation.town().contact(Slug.of(id)))
            .map(
                contact ->
                    new WaysPage.Choice(
                        row(frame, situation, now, contact),
                        reading
                            .find(ContactStatus.KIND, contact.id().value())
                            .map(Stored::entry)
                            .orElse(0L),
                        problems
                            .map(
                                wrong ->
                                    Form.refused(
                                        request, wrong, values(said(situation, contact.id()))))
                            .orElseGet(() -> Form.of(values(said(situation, contact.id())))),
                        options(situation, now, contact.id(), state(situation, contact.id()))));
    return screens.show(status, "ways", frame, new WaysPage(rows, choice, mayChange));
  }

  /** The present one first: it is what the Enter key sends. */
  private List<WaysPage.Option> options(
      Situation situation, Derived now, Slug contact, WayInState present) {
    return Stream.concat(
            Stream.of(present),
            Arrays.stream(WayInState.values()).filter(state -> state != present))
        .map(
            state -> {
              ContactStatus supposed =
                  new ContactStatus(
                      contact,
                      state,
                      Moment.now(clock).toOffset(),
                      Optional.empty(),
                      Optional.empty());
              return new WaysPage.Option(
                  state,
                  Outcomes.of(
                      situation.town(),
                      WayConsequences.between(now, Derivation.of(situation.with(supposed)))));
            })
        .toList();
  }

  private WaysPage.Row row(Frame frame, Situation situation, Derived now, Contact contact) {
    Derived.DerivedContact derived = now.contact(contact.id());
    Optional<ContactStatus> said = said(situation, contact.id());
    return new WaysPage.Row(
        contact.id().value(),
        contact.label().de(),
        contact.kind(),
        contact.value(),
        contact.capacity().map(words -> words.de()),
        state(situation, contact.id()),
        derived.state(),
        derived.note().map(words -> words.de()),
        said.map(one -> frame.texts().when(one.since(), clock.getZone())),
        derived.causes().stream()
            .map(cause -> situation.town().system(cause).orElseThrow().name())
            .toList(),
        contact.audience() == Visibility.STAFF);
  }

  private static Optional<ContactStatus> said(Situation situation, Slug contact) {
    return situation.contacts().stream().filter(one -> one.contact().equals(contact)).findFirst();
  }

  private static WayInState state(Situation situation, Slug contact) {
    return said(situation, contact).map(ContactStatus::state).orElse(WayInState.UP);
  }

  private static Map<String, String> values(Optional<ContactStatus> said) {
    return Map.of(
        "note", Sentences.german(said.flatMap(ContactStatus::note)),
        "noteEn", Sentences.english(said.flatMap(ContactStatus::note)),
        "until", Sentences.german(said.flatMap(ContactStatus::until)),
        "untilEn", Sentences.english(said.flatMap(ContactStatus::until)));
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
