package de.notbetrieb.newsroom.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** Everything that the town says: written, marked ready, taken back to draft, taken away. */
@Controller
class NewsroomScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;

  NewsroomScreen(Journal journal, Frames frames, Screens screens) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/wort")
  ResponseEntity<String> list(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Reading reading = journal.read(me.town());
    return screens.show(
        "newsroom",
        frames.of(request, "word", "word.title"),
        new NewsroomPage(
            Pieces.all().stream().map(piece -> group(piece, reading)).toList(),
            me.person().may(Right.WRITE)));
  }

  private static NewsroomPage.Group group(Piece<?> piece, Reading reading) {
    List<NewsroomPage.Line> lines = piece.lines(reading);
    boolean complete = piece.isSingle() && !lines.isEmpty();
    String add = complete ? "" : piece.address(piece.beginning());
    return new NewsroomPage.Group(piece.path(), add, lines);
  }

  @GetMapping("/wort/{kind}/{id}")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String kind,
      @PathVariable String id) {
    me.person().allowedTo(Right.WRITE);
    RecordForm form = piece(kind).form(journal.read(me.town()), id);
    return show(request, kind, HttpStatus.OK, form);
  }

  @PostMapping("/wort/{kind}/{id}")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "false") boolean remove,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Actor actor = me.person().allowedTo(Right.WRITE);
    Piece<?> piece = piece(kind);
    if (!Slug.isValid(id)) {
      throw Refused.notFound("journal.no-record", id);
    }
    Optional<RecordForm> again =
        RecordForm.tried(
            request,
            () ->
                journal.write(
                    me.town(),
                    actor,
                    form,
                    change -> {
                      if (remove) {
                        piece.remove(change, id, seen);
                      } else {
                        piece.save(change, id, new Typed(fields), seen);
                      }
                    }),
            () -> piece.form(journal.read(me.town()), id));
    return again
        .map(
            shown ->
                show(
                    request,
                    kind,
                    shown.meanwhile() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                    shown))
        .orElseGet(() -> Screens.see("/wort"));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, String kind, HttpStatus status, RecordForm form) {
    return screens.show(
        status, "word-form", frames.of(request, "word", "word." + kind + ".one"), form);
  }

  private static Piece<?> piece(String path) {
    return Pieces.of(path).orElseThrow(() -> Refused.notFound("journal.no-record", path));
  }
}
