package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.place.Finding;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.PlaceStatus;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.town.PreparedPlace;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One place: what stands there, what is to be put there, and the tick that it hangs. */
@Controller
class PlaceScreen {
  private final Places places;
  private final Editions editions;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  PlaceScreen(
      Places places,
      Editions editions,
      People people,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.places = places;
    this.editions = editions;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/stellen/{place}")
  ResponseEntity<String> place(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String place) {
    me.person().allowedTo(Right.READ);
    PlaceStatus status = places.status(me.town(), place);
    Frame frame = frames.of(request, "places", "place.title");
    Optional<Integer> live = places.live(me.town());
    PlaceView.Words words =
        new PlaceView.Words(
            frame, people, me.town(), live, Moment.now(clock).toOffset(), clock.getZone());
    List<PlacePage.File> files =
        places.files(me.town(), status.place()).stream()
            .map(path -> new PlacePage.File(path, text(me, place, path)))
            .toList();
    return screens.show(
        "place",
        frame,
        new PlacePage(
            words.of(status),
            live,
            files,
            posts(me, status.place()),
            places.isAsked(me.town(), place),
            fingerprint(status),
            places.history(me.town(), place).stream().map(words::of).toList(),
            me.person().may(Right.WRITE),
            me.person().may(Right.RELEASE)));
  }

  private List<PostsInLanguage> posts(SignedIn me, Place place) {
    return place.sort() == PreparedPlace.Sort.SOCIAL
        ? editions
            .sealed(me.town())
            .map(live -> PostsInLanguage.of(live.edition()))
            .orElse(List.of())
        : List.of();
  }

  private static Optional<String> fingerprint(PlaceStatus status) {
    return status.findings().stream()
        .filter(
            finding ->
                finding.what() == Finding.What.HOST_KEY_UNKNOWN
                    || finding.what() == Finding.What.HOST_KEY_CHANGED)
        .map(finding -> finding.arguments().getFirst())
        .findFirst();
  }

  private Optional<String> text(SignedIn me, String place, String path) {
    return path.endsWith(".pdf") || path.endsWith(".png")
        ? Optional.empty()
        : Optional.of(new String(places.file(me.town(), place, path), StandardCharsets.UTF_8));
  }

  /** Texts are shown as texts, whatever they are: a block is looked at here, never run. */
  @GetMapping("/stellen/{place}/datei/{file}")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me, @PathVariable String place, @PathVariable String file) {
    me.person().allowedTo(Right.READ);
    MediaType text = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(
            file.endsWith(".pdf")
                ? MediaType.APPLICATION_PDF
                : file.endsWith(".png") ? MediaType.IMAGE_PNG : text)
        .body(places.file(me.town(), place, file));
  }

  @PostMapping("/stellen/{place}/haengt")
  ResponseEntity<String> hangs(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String place,
      @RequestParam(defaultValue = "0") int edition,
      @RequestParam RequestId form) {
    places.hang(me.town(), me.person(), form, place, edition);
    return Screens.see("/stellen/" + place);
  }

  @PostMapping("/stellen/{place}/nachsehen")
  ResponseEntity<String> look(@AuthenticationPrincipal SignedIn me, @PathVariable String place) {
    places.ask(me.town(), me.person(), place, false);
    return Screens.see("/stellen/" + place);
  }

  @PostMapping("/stellen/{place}/hochladen")
  ResponseEntity<String> upload(@AuthenticationPrincipal SignedIn me, @PathVariable String place) {
    places.ask(me.town(), me.person(), place, true);
    return Screens.see("/stellen/" + place);
  }

  @PostMapping("/stellen/{place}/ruhe")
  ResponseEntity<String> rest(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String place,
      @RequestParam(defaultValue = "false") boolean rests,
      @RequestParam RequestId form) {
    places.rest(me.town(), me.person(), form, place, rests);
    return Screens.see("/stellen/" + place);
  }
}
