package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.SharedWord;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Several services, one sentence: chosen on the services board, worded here, looked at before and
 * after, and written as one.
 */
@Controller
class SharedWordScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  SharedWordScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/dienste-gemeinsam")
  ResponseEntity<String> word(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") List<String> service) {
    me.person().allowedTo(Right.WRITE);
    Reading reading = journal.read(me.town());
    SequencedMap<Slug, Long> chosen = new LinkedHashMap<>();
    service.forEach(id -> chosen.put(id(id), SharedWord.entry(reading, id(id))));
    return show(me, request, HttpStatus.OK, "shared-word", chosen, FieldProblems.none());
  }

  /** Shows what the word will change, and writes it when that was seen. */
  @PostMapping("/dienste-gemeinsam")
  ResponseEntity<String> say(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") List<String> seen,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.WRITE);
    SequencedMap<Slug, Long> chosen = chosen(seen);
    Optional<FieldProblems> problems =
        FieldProblems.tried(request, () -> sound(me, word(request, chosen)));
    if (problems.isPresent()) {
      return show(
          me,
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "shared-word",
          chosen,
          problems.orElseThrow());
    }
    SharedWord word = word(request, chosen);
    if (!confirmed || !word.movedOn(journal.read(me.town())).isEmpty()) {
      HttpStatus status = confirmed ? HttpStatus.CONFLICT : HttpStatus.OK;
      return show(me, request, status, "shared-word-plan", chosen, FieldProblems.none());
    }
    journal.write(
        me.town(),
        me.person().allowedTo(Right.WRITE),
        form,
        change -> word.write(change, town(change)));
    return Screens.see("/dienste");
  }

  private void sound(SignedIn me, SharedWord word) {
    word.requireSound(town(journal.read(me.town())));
  }

  private static SharedWord word(HttpServletRequest request, SequencedMap<Slug, Long> seen) {
    Map<String, String> typed = FieldProblems.typed(request);
    if (typed.containsKey("end")) {
      return new SharedWord(seen, Optional.empty());
    }
    String sentence = typed.getOrDefault("sentence", "").strip();
    if (sentence.isEmpty()) {
      throw Refused.invalid("sentence", "situation.sentence-missing");
    }
    Text words = new Text(sentence, Optional.of(typed.getOrDefault("sentenceEn", "").strip()));
    return new SharedWord(
        seen,
        Optional.of(
            new SharedWord.Word(
                state(typed.getOrDefault("state", "")),
                words,
                typed.getOrDefault("reason", "").strip())));
  }

  private static ServiceState state(String written) {
    return Arrays.stream(ServiceState.values())
        .filter(state -> state.name().equals(written))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("state", "situation.state-missing"));
  }

  private ResponseEntity<String> show(
      SignedIn me,
      HttpServletRequest request,
      HttpStatus status,
      String template,
      SequencedMap<Slug, Long> seen,
      FieldProblems problems) {
    Reading reading = journal.read(me.town());
    Situation situation = Situations.of(reading, town(reading));
    Derived before = Derivation.of(situation);
    Optional<Derived> after =
        template.equals("shared-word")
            ? Optional.empty()
            : Optional.of(Derivation.of(word(request, seen).after(situation)));
    List<SharedWordPage.Row> rows =
        seen.entrySet().stream()
            .map(one -> row(reading, situation.town(), before, after, one.getKey(), one.getValue()))
            .toList();
    return screens.show(
        status,
        template,
        frames.of(request, "services", "services.shared"),
        new SharedWordPage(rows, FieldProblems.typed(request), problems));
  }

  private static SharedWordPage.Row row(
      Reading reading, Town town, Derived before, Optional<Derived> after, Slug id, long seen) {
    String name =
        town.service(id)
            .orElseThrow(() -> Refused.notFound("situation.no-service", id.value()))
            .name()
            .de();
    long entry = SharedWord.entry(reading, id);
    return new SharedWordPage.Row(
        id.value(),
        name,
        entry,
        entry != seen,
        told(before.service(id)),
        after.map(derived -> told(derived.service(id))));
  }

  private static SharedWordPage.Told told(Derived.DerivedService now) {
    return new SharedWordPage.Told(now.state(), now.sentence().de(), now.override().isPresent());
  }

  /** Each as {@code service:entry}. */
  private static SequencedMap<Slug, Long> chosen(List<String> seen) {
    SequencedMap<Slug, Long> chosen = new LinkedHashMap<>();
    for (String one : seen) {
      String[] parts = one.split(":", -1);
      if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
        throw Refused.notFound("situation.no-service", one);
      }
      chosen.put(id(parts[0]), Long.parseLong(parts[1]));
    }
    return chosen;
  }

  private static Slug id(String written) {
    if (!Slug.isValid(written)) {
      throw Refused.notFound("situation.no-service", written);
    }
    return Slug.of(written);
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
