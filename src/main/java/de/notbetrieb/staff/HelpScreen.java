package de.notbetrieb.staff;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help: the handbook, for everybody who is signed in. */
@Controller
class HelpScreen {
  private final Handbook handbook = new Handbook();
  private final Frames frames;
  private final Screens screens;

  HelpScreen(Frames frames, Screens screens) {
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/hilfe")
  ResponseEntity<String> begin(HttpServletRequest request) {
    return chapter(request, Handbook.CHAPTERS.getFirst());
  }

  @GetMapping("/hilfe/{chapter}")
  ResponseEntity<String> chapter(HttpServletRequest request, @PathVariable String chapter) {
    Handbook.Chapter found =
        handbook.chapter(chapter).orElseThrow(() -> Refused.notFound("journal.no-record", chapter));
    List<HelpPage.Entry> others =
        handbook.all().stream()
            .map(one -> new HelpPage.Entry("/hilfe/" + one.name(), one.title(), one.equals(found)))
            .toList();
    return screens.show("help", frame(request), new HelpPage(found.html(), others));
  }

  /** The handbook is read most when nothing works. */
  private Frame frame(HttpServletRequest request) {
    try {
      return frames.of(request, "help", "help.title");
    } catch (Refused unreadable) {
      return frames.withoutData(request, "help.title");
    }
  }
}
