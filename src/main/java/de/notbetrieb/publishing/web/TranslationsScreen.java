package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Translating;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which sentence is missing in which language, and the words written beside the German ones. */
@Controller
class TranslationsScreen {
  private static final int ON_A_PAGE = 40;

  private final Translating translating;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  TranslationsScreen(
      Editions editions, Journal journal, Frames frames, Screens screens, Clock clock) {
    this.translating = new Translating(journal, editions);
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/uebersetzungen")
  ResponseEntity<String> languages(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "word", "translations.title");
    return screens.show("translation-languages", frame, translating.progress(me.town(), now()));
  }

  @GetMapping("/uebersetzungen/{code}")
  ResponseEntity<String> sentences(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int start) {
    me.person().allowedTo(Right.READ);
    return page(me, request, HttpStatus.OK, language(code), start, Optional.empty());
  }

  @PostMapping("/uebersetzungen/{code}")
  ResponseEntity<String> write(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String code,
      @RequestParam String german,
      @RequestParam String place,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean checked,
      @RequestParam(defaultValue = "0") int start,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    Language language = language(code);
    return FieldProblems.triedOrOvertaken(
            request,
            () ->
                translating.write(
                    me.town(),
                    me.person(),
                    form,
                    new Translation.Original(german, place),
                    language,
                    words,
                    checked,
                    seen))
        .map(problems -> refused(me, request, language, start, german, words, problems))
        .orElseGet(() -> Screens.see("/uebersetzungen/" + language.code() + "?start=" + start));
  }

  private ResponseEntity<String> refused(
      SignedIn me,
      HttpServletRequest request,
      Language language,
      int start,
      String german,
      String words,
      FieldProblems problems) {
    return page(
        me,
        request,
        problems.status(),
        language,
        start,
        Optional.of(new TranslationsPage.Refusal(german, words, problems)));
  }

  private ResponseEntity<String> page(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      Language language,
      int start,
      Optional<TranslationsPage.Refusal> refused) {
    Frame frame = frames.of(request, "word", "translations.title");
    List<Translating.Task> tasks = translating.tasks(me.town(), language, now());
    int first = Math.clamp(start, 0, tasks.size());
    int end = Math.min(first + ON_A_PAGE, tasks.size());
    return screens.show(
        status,
        "translations",
        frame,
        new TranslationsPage(
            language,
            tasks.subList(first, end),
            (int) tasks.stream().filter(task -> !task.isDone()).count(),
            Optional.of(end).filter(next -> next < tasks.size()),
            me.person().may(Right.WRITE),
            refused));
  }

  private static Language language(String code) {
    return Language.ofCode(code)
        .filter(language -> language != Language.DE)
        .orElseThrow(() -> Refused.notFound("publishing.no-sentence", code));
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }
}
