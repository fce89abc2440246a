package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Partner;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Witness;
import de.notbetrieb.publishing.Witnessing;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Partner towns as witnesses: files are handed out, taken in, signed and given back. */
@Controller
class WitnessesScreen {
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final Witnessing witnessing;
  private final Partners partners;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  WitnessesScreen(
      Witnessing witnessing,
      Partners partners,
      People people,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.witnessing = witnessing;
    this.partners = partners;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/zeugen")
  ResponseEntity<String> list(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String done) {
    me.person().allowedTo(Right.READ);
    Optional<String> said =
        Optional.of("witnesses.done." + done).filter(new ScreenTexts(Locale.GERMAN)::has);
    return page(me, request, HttpStatus.OK, Form.of(Map.of()), said, Optional.empty());
  }

  @GetMapping("/zeugen/note.pub")
  ResponseEntity<String> own(@AuthenticationPrincipal SignedIn me) {
    me.person().allowedTo(Right.READ);
    NoteKey key =
        partners
            .own(me.town())
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", me.town().value()));
    return file(LogFiles.KEY, key.vkey() + "\n");
  }

  /** The keys of the partners of now, for whoever counts their signatures. */
  @GetMapping("/zeugen/zeugen.txt")
  ResponseEntity<String> keys(@AuthenticationPrincipal SignedIn me) {
    me.person().allowedTo(Right.READ);
    return file("zeugen.txt", partners.keyFile(me.town()));
  }

  /** The file that a partner is to sign. */
  @GetMapping("/zeugen/anfrage")
  ResponseEntity<String> ask(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String from) {
    me.person().allowedTo(Right.READ);
    return with(
        me,
        request,
        new Sent("from", from, Optional.empty()),
        number -> file(name(me), request(me, partner, number)));
  }

  private String request(SignedIn me, String partner, String from) {
    Optional<String> number = Typed.words(from);
    Optional<Witness> known =
        partners.all(me.town()).stream()
            .map(Partner::witness)
            .filter(one -> one.id().equals(partner))
            .findFirst();
    known.ifPresent(Witness::requirePresent);
    if (number.isEmpty()) {
      return witnessing.ask(me.town(), known);
    }
    if (!number.get().matches("[0-9]{1,7}")) {
      throw Refused.invalid(
          "from", "publishing.witness-from", String.valueOf(witnessing.size(me.town())));
    }
    return witnessing.ask(me.town(), Integer.parseInt(number.get()));
  }

  private String name(SignedIn me) {
    return me.town() + "-anfrage-" + witnessing.size(me.town()) + ".txt";
  }

  private static ResponseEntity<String> file(String name, String text) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.attachment().filename(name).build()))
        .body(text);
  }

  /** Shows a partner's digits first; taken down is what somebody says to have compared. */
  @PostMapping("/zeugen/partner")
  ResponseEntity<String> know(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String key,
      @RequestParam Optional<MultipartFile> keyFile,
      @RequestParam(defaultValue = "") String compared,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return with(
        me,
        request,
        new Sent("key", key, keyFile),
        text -> {
          NoteKey read = partners.read(me.town(), text);
          if (!compared.equals(Fingerprint.of(read))) {
            Form again = Form.of(Map.of("key", text.strip()));
            return page(
                me,
                request,
                HttpStatus.OK,
                again,
                Optional.empty(),
                Optional.of(PartnerWords.shown(read)));
          }
          partners.know(me.town(), me.person(), form, text);
          return Screens.see("/zeugen?done=known#content");
        });
  }

  /** Signs for a partner; what is to be given back is shown once, and again when asked again. */
  @PostMapping("/zeugen/unterschrift")
  ResponseEntity<String> sign(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(name = "request", defaultValue = "") String asked,
      @RequestParam Optional<MultipartFile> requestFile,
      @RequestParam(defaultValue = "") String password,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return with(
        me,
        request,
        new Sent("request", asked, requestFile),
        text -> {
          Witnessing.Signed signed =
              witnessing.sign(
                  me.town(), me.person(), form, text, password, Moment.now(clock).toOffset());
          return screens.show(
              "witness-signed",
              frames.of(request, "genuine", "witnesses.signed.title"),
              new WitnessSignedPage(signed.partner(), signed.upTo(), signed.line()));
        });
  }

  /** Takes in what a partner signed for us. */
  @PostMapping("/zeugen/antwort")
  ResponseEntity<String> receive(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String lines,
      @RequestParam Optional<MultipartFile> linesFile,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    return with(
        me,
        request,
        new Sent("lines", lines, linesFile),
        text -> {
          witnessing.receive(me.town(), me.person(), form, text);
          return Screens.see("/zeugen?done=received");
        });
  }

  /** Does it; a refusal is said on the page, at the field. */
  private ResponseEntity<String> with(
      SignedIn me,
      HttpServletRequest request,
      Sent sent,
      Function<String, ResponseEntity<String>> act) {
    return sent.tried(
        request,
        act,
        (status, form) -> page(me, request, status, form, Optional.empty(), Optional.empty()));
  }

  private ResponseEntity<String> page(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      Form form,
      Optional<String> done,
      Optional<WitnessesPage.Key> compare) {
    Frame frame = frames.of(request, "genuine", "witnesses.title");
    PartnerWords words = new PartnerWords(frame, people, me.town(), clock.getZone());
    int size = witnessing.size(me.town());
    List<Partner> all = partners.all(me.town());
    return screens.show(
        status,
        "witnesses",
        frame,
        new WitnessesPage(
            partners.own(me.town()).map(PartnerWords::shown),
            all.stream()
                .filter(one -> one.witness().isPresent())
                .map(one -> words.row(one, size))
                .toList(),
            all.stream()
                .filter(one -> !one.witness().isPresent())
                .map(one -> words.former(one))
                .toList(),
            done,
            compare,
            me.person().may(Right.RELEASE),
            form));
  }
}
