package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.publishing.place.Upload;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the program may publish to, and with which password: decided by those who release. */
@Controller
class PlaceUploadScreen {
  private static final String SECRET = "secret";
  private static final String LANGUAGES = "languages";

  private final Places places;
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  PlaceUploadScreen(Places places, Journal journal, Frames frames, Screens screens) {
    this.places = places;
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/stellen/{place}/zugang")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String place) {
    me.person().allowedTo(Right.RELEASE);
    Stored<Place> stored = uploaded(me, place);
    return page(me, request, HttpStatus.OK, stored, Form.of(values(stored.value())));
  }

  private Stored<Place> uploaded(SignedIn me, String place) {
    Stored<Place> stored = places.stored(me.town(), place);
    if (!stored.value().isFeedable()) {
      throw Refused.notFound("place.not-fed", stored.value().name());
    }
    return stored;
  }

  private static Map<String, String> values(Place place) {
    return place
        .upload()
        .map(
            upload ->
                Map.of(
                    "way",
                    upload.way().name(),
                    "location",
                    upload.location(),
                    "account",
                    upload.account(),
                    "region",
                    upload.region(),
                    "hostKey",
                    upload.hostKey().orElse(""),
                    LANGUAGES,
                    codes(upload.languages())))
        .orElse(Map.of("way", ways(place).getFirst().name(), LANGUAGES, Language.DE.code()));
  }

  /** As a form with several ticks is kept; none was ever chosen: German. */
  private static String codes(List<Language> languages) {
    List<Language> chosen = languages.isEmpty() ? List.of(Language.DE) : languages;
    return chosen.stream().map(Language::code).collect(Collectors.joining("\n"));
  }

  /** The usual one first. */
  private static List<Upload.Way> ways(Place place) {
    return Stream.of(
            Upload.Way.SFTP,
            Upload.Way.WEBDAV,
            Upload.Way.S3,
            Upload.Way.FOLDER,
            Upload.Way.ZIP,
            Upload.Way.MASTODON)
        .filter(way -> way.leadsTo(place.sort()))
        .toList();
  }

  @PostMapping("/stellen/{place}/zugang")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String place,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String hostKey,
      @RequestParam(defaultValue = "") String secret,
      @RequestParam(defaultValue = "") List<String> languages,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    Stored<Place> stored = uploaded(me, place);
    return FieldProblems.triedOrOvertaken(
            request,
            () ->
                places
                    .accesses()
                    .feedBy(
                        me.town(),
                        me.person(),
                        form,
                        place,
                        new Upload(
                            way(way),
                            location,
                            account,
                            region,
                            Typed.words(hostKey),
                            languages(languages)),
                        Optional.of(secret).filter(words -> !words.isBlank()),
                        seen))
        .map(
            problems ->
                page(me, request, problems.status(), stored, withoutSecret(request, problems)))
        .orElseGet(() -> Screens.see("/stellen/" + place));
  }

  /** What was typed stands there again, but never a password. */
  private static Form withoutSecret(HttpServletRequest request, FieldProblems problems) {
    return new Form(FieldProblems.typed(request, SECRET), problems, Map.of());
  }

  private static Upload.Way way(String written) {
    return Arrays.stream(Upload.Way.values())
        .filter(one -> one.name().equals(written))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("way", "place.way"));
  }

  private static List<Language> languages(List<String> codes) {
    return codes.stream().map(Language::ofCode).flatMap(Optional::stream).toList();
  }

  /** The program is to feed it no more. */
  @PostMapping("/stellen/{place}/zugang/aus")
  ResponseEntity<String> off(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String place,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    places.accesses().feedNoMore(me.town(), me.person(), form, place);
    return Screens.see("/stellen/" + place);
  }

  /** Somebody has compared the fingerprint with what the server's owner says. */
  @PostMapping("/stellen/{place}/fingerabdruck")
  ResponseEntity<String> trust(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String place,
      @RequestParam(defaultValue = "") String fingerprint,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    places.accesses().trust(me.town(), me.person(), form, place, fingerprint);
    return Screens.see("/stellen/" + place);
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Stored<Place> stored, Form form) {
    return screens.show(
        status,
        "place-upload",
        frames.of(request, "places", "place.upload.title"),
        new PlaceUploadPage(
            stored.id(),
            stored.value().name(),
            ways(stored.value()),
            spoken(me),
            form,
            stored.entry(),
            places.accesses().hasSecret(me.town(), stored.id())));
  }

  /** The languages that the town speaks. */
  private List<Language> spoken(SignedIn me) {
    return Towns.of(journal.read(me.town())).orElseThrow().languages();
  }
}
