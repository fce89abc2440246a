package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Partner;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Witnessing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One partner town: what became of it, its next key, and the end of the partnership. */
@Controller
class PartnerScreen {
  private final Partners partners;
  private final Witnessing witnessing;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  PartnerScreen(
      Partners partners,
      Witnessing witnessing,
      People people,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.partners = partners;
    this.witnessing = witnessing;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/zeugen/partner/{partner}")
  ResponseEntity<String> one(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String partner,
      @RequestParam(defaultValue = "") String done) {
    me.person().allowedTo(Right.READ);
    Optional<String> said =
        Optional.of("partner.done." + done).filter(new ScreenTexts(Locale.GERMAN)::has);
    return page(me, request, HttpStatus.OK, new Shown(partner, Form.of(Map.of()), said));
  }

  /** Shows the digits of the new key first; it holds when somebody says to have compared them. */
  @PostMapping("/zeugen/partner/{partner}/schluessel")
  ResponseEntity<String> changeKey(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String partner,
      @RequestParam(defaultValue = "") String key,
      @RequestParam Optional<MultipartFile> keyFile,
      @RequestParam(defaultValue = "") String keyReason,
      @RequestParam(defaultValue = "") String compared,
      @RequestParam(defaultValue = "") String number,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return new Sent("key", key, keyFile)
        .tried(
            request,
            text -> {
              Partners.Order order = new Partners.Order(partner, number, keyReason, "keyReason");
              NoteKey read = partners.read(me.town(), text);
              if (!compared.equals(Fingerprint.of(read))) {
                partners.requireFits(me.town(), order, read);
                return compare(me, request, partner, text, read);
              }
              partners.changeKey(me.town(), me.person(), form, order, text);
              return Screens.see("/zeugen/partner/" + partner + "?done=key#content");
            },
            (status, typed) ->
                page(me, request, status, new Shown(partner, typed, Optional.empty())));
  }

  private ResponseEntity<String> compare(
      SignedIn me, HttpServletRequest request, String partner, String text, NoteKey read) {
    Map<String, String> typed = new TreeMap<>(FieldProblems.typed(request));
    typed.put("key", text.strip());
    Shown shown = new Shown(partner, Form.of(typed), Optional.empty());
    return page(me, request, HttpStatus.OK, shown.comparing(read));
  }

  @PostMapping("/zeugen/partner/{partner}/ende")
  ResponseEntity<String> end(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String partner,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String number,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return new Sent("reason", reason, Optional.empty())
        .tried(
            request,
            why -> {
              Partners.Order order = new Partners.Order(partner, number, why, "reason");
              partners.end(me.town(), me.person(), form, order);
              return Screens.see("/zeugen/partner/" + partner + "?done=ended#content");
            },
            (status, typed) ->
                page(me, request, status, new Shown(partner, typed, Optional.empty())));
  }

  /** What the page shows besides the partner. */
  private record Shown(
      String partner, Form form, Optional<String> done, Optional<WitnessesPage.Key> compare) {
    Shown(String partner, Form form, Optional<String> done) {
      this(partner, form, done, Optional.empty());
    }

    Shown comparing(NoteKey key) {
      return new Shown(partner, form, done, Optional.of(PartnerWords.shown(key)));
    }
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Shown shown) {
    Partner partner = partners.of(me.town(), shown.partner);
    Frame frame = frames.of(request, "genuine", "partner.title");
    PartnerWords words = new PartnerWords(frame, people, me.town(), clock.getZone());
    return screens.show(
        status,
        "partner",
        frame,
        new PartnerPage(
            words.row(partner, witnessing.size(me.town())),
            partner.witness().key().number(),
            partner.witness().isPresent(),
            words.events(partner),
            shown.done,
            shown.compare,
            me.person().may(Right.RELEASE),
            shown.form));
  }
}
