package de.notbetrieb.town.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.ImportPlan.Fate;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.file.Problem;
import de.notbetrieb.town.file.TownFile;
import de.notbetrieb.town.file.WrittenTown;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/**
 * The town's facts as one file: carried away, edited elsewhere, brought back. What it would change
 * is shown before it changes anything. It holds staff's notes, so only who writes gets it.
 */
@Controller
class TownFileScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  TownFileScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/stadtdatei")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean taken) {
    me.person().allowedTo(Right.WRITE);
    return page(me, request, HttpStatus.OK, Answer.of(taken));
  }

  @GetMapping("/stadtdatei/stadt.yaml")
  ResponseEntity<byte[]> download(@AuthenticationPrincipal SignedIn me) {
    me.person().allowedTo(Right.WRITE);
    String yaml = WrittenTown.yaml(town(me));
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml"))
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.attachment().filename(me.town() + ".yaml").build()))
        .body(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the file and says what it would do; nothing changes. */
  @PostMapping("/stadtdatei")
  ResponseEntity<String> send(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "false") boolean prune)
      throws IOException {
    me.person().allowedTo(Right.WRITE);
    if (file.filter(one -> !one.isEmpty()).isEmpty()) {
      String missing = new ScreenTexts(ScreenTexts.language(request)).t("townfile.missing");
      return page(me, request, HttpStatus.UNPROCESSABLE_CONTENT, Answer.wrong(List.of(missing)));
    }
    MultipartFile one = file.get();
    SentFile sent = SentFile.of(String.valueOf(one.getOriginalFilename()), one.getBytes());
    Answer answer = answer(me, request, sent, prune, false);
    return page(
        me,
        request,
        answer.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        answer);
  }

  /** Takes what was shown, and nothing else. */
  @PostMapping("/stadtdatei/uebernehmen")
  ResponseEntity<String> take(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "false") boolean prune,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam RequestId form) {
    Actor actor = me.person().allowedTo(Right.WRITE);
    SentFile sent = SentFile.unpacked(name, content);
    Answer again = answer(me, request, sent, prune, true);
    Optional<Town> town = sent.read().town();
    if (!again.errors().isEmpty() || town.isEmpty()) {
      return page(me, request, HttpStatus.UNPROCESSABLE_CONTENT, again);
    }
    try {
      journal.write(
          me.town(),
          actor,
          form,
          change -> {
            ImportPlan plan = ImportPlan.of(change, town.get(), prune);
            if (!mark(plan).equals(seen)) {
              throw Refused.conflict("town.plan-moved");
            }
            plan.apply(change);
          });
    } catch (Refused refused) {
      if (refused.reason() instanceof Refused.Conflict) {
        return page(me, request, HttpStatus.CONFLICT, again);
      }
      throw refused;
    }
    return Screens.see("/stadtdatei?taken=true");
  }

  private record Answer(
      List<String> errors,
      List<String> warnings,
      Optional<TownFilePage.Planned> plan,
      boolean taken) {
    static Answer of(boolean taken) {
      return new Answer(List.of(), List.of(), Optional.empty(), taken);
    }

    static Answer wrong(List<String> errors) {
      return new Answer(errors, List.of(), Optional.empty(), false);
    }
  }

  private Answer answer(
      SignedIn me, HttpServletRequest request, SentFile sent, boolean prune, boolean moved) {
    Locale locale = ScreenTexts.language(request);
    TownFile file = sent.read();
    List<String> errors = words(file, true, locale);
    Optional<Town> town = file.town().filter(one -> one.town().id().equals(me.town()));
    if (errors.isEmpty() && town.isEmpty()) {
      String other = file.town().map(one -> one.town().id().value()).orElse("-");
      errors.add(new ScreenTexts(locale).t("townfile.other-town", other, me.town().value()));
    }
    if (!errors.isEmpty() || town.isEmpty()) {
      return new Answer(errors, words(file, false, locale), Optional.empty(), false);
    }
    ImportPlan plan = ImportPlan.of(journal.read(me.town()), town.get(), prune);
    TownFilePage.Planned planned =
        new TownFilePage.Planned(
            sent.name(),
            sent.packed(),
            mark(plan),
            prune,
            groups(plan, locale),
            plan.changes(),
            file.situation().isPresent(),
            moved);
    return new Answer(List.of(), words(file, false, locale), Optional.of(planned), false);
  }

  private static List<TownFilePage.Group> groups(ImportPlan plan, Locale locale) {
    List<TownFilePage.Group> groups = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<String> lines = plan.steps(fate).stream().map(step -> step.what(locale)).toList();
      if (!lines.isEmpty()) {
        groups.add(new TownFilePage.Group("townfile." + fate, lines));
      }
    }
    return groups;
  }

  private static String mark(ImportPlan plan) {
    return Integer.toHexString(
        plan.steps().stream().map(step -> step.inWords(Locale.GERMAN)).toList().hashCode());
  }

  private static List<String> words(TownFile file, boolean errors, Locale locale) {
    return new ArrayList<>(
        file.problems().stream()
            .filter(problem -> problem.isError() == errors)
            .map((Problem problem) -> problem.inWords(locale))
            .toList());
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, Answer answer) {
    Town town = town(me);
    return screens.show(
        status,
        "town-file",
        frames.of(request, "town-file", "townfile.title"),
        new TownFilePage(
            town.offices().size(),
            town.contacts().size(),
            town.services().size(),
            town.systems().size(),
            answer.errors(),
            answer.warnings(),
            answer.plan(),
            answer.taken()));
  }

  private Town town(SignedIn me) {
    return Towns.of(journal.read(me.town()))
        .orElseThrow(() -> Refused.notFound("town.none", me.town().value()));
  }
}
