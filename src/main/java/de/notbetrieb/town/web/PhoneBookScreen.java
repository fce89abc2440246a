package de.notbetrieb.town.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
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

/** The phone book: units and their numbers, what each is for, who may read it. */
@Controller
class PhoneBookScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  PhoneBookScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/telefonbuch")
  ResponseEntity<String> list(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String suche) {
    me.person().allowedTo(Right.READ);
    var frame = frames.of(request, "phones", "phones.title");
    Town town = town(journal.read(me.town()));
    return screens.show(
        "phones",
        frame,
        new PhoneBookPage(
            new Directory(town, suche.strip(), frame.t("phones.no-unit")).groups(),
            suche.strip(),
            me.person().may(Right.WRITE)));
  }

  @GetMapping("/telefonbuch/{kind}/{id}")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String kind,
      @PathVariable String id) {
    me.person().allowedTo(Right.WRITE);
    return show(request, kind, HttpStatus.OK, form(journal.read(me.town()), kind, id));
  }

  @PostMapping("/telefonbuch/{kind}/{id}")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "false") boolean remove,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    var actor = me.person().allowedTo(Right.WRITE);
    TypedEntry typed = new TypedEntry(fields);
    Optional<RecordForm> again =
        RecordForm.tried(
            request,
            () ->
                journal.write(
                    me.town(),
                    actor,
                    form,
                    change -> {
                      if (isUnit(kind)) {
                        UnitForm.save(change, slug(id), typed, remove, seen);
                      } else {
                        ContactForm.save(change, slug(id), typed, remove, seen);
                      }
                    }),
            () -> form(journal.read(me.town()), kind, id));
    return again
        .map(
            shown ->
                show(
                    request,
                    kind,
                    shown.meanwhile() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                    shown))
        .orElseGet(() -> Screens.see("/telefonbuch"));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String kind, HttpStatus status, RecordForm form) {
    String title = isUnit(kind) ? "phones.unit" : "phones.entry";
    return screens.show(status, "phone-form", frames.of(request, "phones", title), form);
  }

  private static RecordForm form(Reading reading, String kind, String id) {
    Town town = town(reading);
    return isUnit(kind)
        ? UnitForm.of(reading, town, slug(id))
        : ContactForm.of(reading, town, slug(id));
  }

  private static boolean isUnit(String kind) {
    return switch (kind) {
      case "einheiten" -> true;
      case "nummern" -> false;
      default -> throw Refused.notFound("journal.no-record", kind);
    };
  }

  private static Slug slug(String written) {
    if (!Slug.isValid(written)) {
      throw Refused.notFound("journal.no-record", written);
    }
    return Slug.of(written);
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
