package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.town.PreparedPlace;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
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

/** Stellen: who speaks for us, what stands there, worst first; writing places down. */
@Controller
class PlacesScreen {
  private static final String NEW = "neu";

  private final Places places;
  private final Journal journal;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  PlacesScreen(
      Places places, Journal journal, People people, Frames frames, Screens screens, Clock clock) {
    this.places = places;
    this.journal = journal;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/stellen")
  ResponseEntity<String> board(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "places", "places.title");
    Optional<Integer> live = places.live(me.town());
    PlaceView.Words words =
        new PlaceView.Words(
            frame, people, me.town(), live, Moment.now(clock).toOffset(), clock.getZone());
    return screens.show(
        "places",
        frame,
        new PlacesPage(
            live.map(number -> frame.t("places.live", String.valueOf(number)))
                .orElseGet(() -> frame.t("places.nothing-live")),
            places.board(me.town()).stream().map(words::of).toList(),
            me.person().may(Right.WRITE)));
  }

  /** The town's own page, the tape, the old web site and a door for each office. */
  @PostMapping("/stellen/uebliche")
  ResponseEntity<String> usual(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    Frame frame = frames.of(request, "places", "places.title");
    Town town = Towns.of(journal.read(me.town())).orElseThrow();
    Map<String, Place> usual = new LinkedHashMap<>();
    usual.put(
        "seite",
        new Place(
            PreparedPlace.Sort.OWN_SITE,
            frame.t("places.usual.site"),
            frame.t("places.usual.program"),
            Optional.of(town.town().publicAddress()),
            Optional.empty(),
            false));
    usual.put("ansage", byHand(PreparedPlace.Sort.TAPE, frame.t("places.usual.tape"), frame));
    usual.put(
        "alte-seite",
        byHand(PreparedPlace.Sort.WEB_BLOCK, frame.t("places.usual.old-site"), frame));
    town.offices()
        .forEach(
            office ->
                usual.put(
                    "tuer-" + office.id(),
                    byHand(
                        PreparedPlace.Sort.DOOR,
                        frame.t("places.usual.door", office.name().de()),
                        frame)));
    places.begin(me.town(), me.person(), form, usual);
    return Screens.see("/stellen");
  }

  private static Place byHand(PreparedPlace.Sort sort, String name, Frame frame) {
    return new Place(
        sort,
        name.substring(0, Math.min(name.length(), 120)),
        frame.t("places.usual.feeder." + sort.name()),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @GetMapping("/stellen/{place}/angaben")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String place) {
    me.person().allowedTo(Right.WRITE);
    return show(request, HttpStatus.OK, form(me, place));
  }

  @PostMapping("/stellen/{place}/angaben")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String place,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "false") boolean remove,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    RequestId act = form;
    String id = place.equals(NEW) ? Ids.random() : place;
    Optional<RecordForm> again =
        RecordForm.tried(
            request,
            () -> {
              if (remove) {
                places.remove(me.town(), me.person(), act, id);
              } else {
                places.describe(me.town(), me.person(), act, id, PlaceFields.read(fields), seen);
              }
            },
            () -> form(me, place));
    return again
        .map(
            shown ->
                show(
                    request,
                    shown.meanwhile() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                    shown))
        .orElseGet(() -> Screens.see(remove || place.equals(NEW) ? "/stellen" : "/stellen/" + id));
  }

  private RecordForm form(SignedIn me, String place) {
    String action = "/stellen/" + place + "/angaben";
    if (place.equals(NEW)) {
      return RecordForm.of(action, PlaceFields.of(Optional.empty()), 0);
    }
    Stored<Place> stored = places.stored(me.town(), place);
    return RecordForm.of(action, PlaceFields.of(Optional.of(stored.value())), stored.entry());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, RecordForm form) {
    return screens.show(
        status, "place-form", frames.of(request, "places", "place.form.title"), form);
  }
}
