package de.notbetrieb.newsroom.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Updates: written, marked ready, taken back to draft. */
@Controller
class NewsroomScreen {
  private static final int MAX_LENGTH = 4000;
  private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

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
    Newsroom newsroom = Newsroom.of(journal.read(me.town()));
    return screens.show(
        "newsroom",
        frames.of(request, "word", "word.title"),
        new NewsroomPage(newsroom.updates(), me.person().may(Right.WRITE)));
  }

  @GetMapping("/wort/meldungen/{id}")
  ResponseEntity<String> form(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request, @PathVariable String id) {
    me.person().allowedTo(Right.WRITE);
    Reading reading = journal.read(me.town());
    Optional<Stored<Update>> known =
        id.equals("neu") ? Optional.empty() : reading.find(Update.KIND, id);
    return screens.show(
        "update", frames.of(request, "word", "word.title"), UpdatePage.of(id, known));
  }

  @PostMapping("/wort/meldungen/{id}")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam String title,
      @RequestParam String titleEn,
      @RequestParam String body,
      @RequestParam String bodyEn,
      @RequestParam(defaultValue = "false") boolean ready,
      @RequestParam long seen,
      @RequestParam String form) {
    check(title, body);
    Slug slug = id.equals("neu") ? newSlug(title) : Slug.of(id);
    journal.write(
        me.town(),
        me.person().allowedTo(Right.WRITE),
        new RequestId(form),
        change -> {
          Optional<Update> before = change.find(Update.KIND, slug.value()).map(Stored::value);
          change.put(
              Update.KIND,
              slug.value(),
              new Update(
                  slug,
                  before.map(Update::at).orElseGet(() -> change.now().toOffset()),
                  new Text(title.strip(), Optional.of(titleEn.strip())),
                  paragraphs(body, bodyEn),
                  before.map(Update::services).orElse(List.of()),
                  ready),
              seen);
        });
    return Screens.see("/wort");
  }

  private static void check(String title, String body) {
    if (title.isBlank()) {
      throw Refused.invalid("title", "newsroom.title-missing");
    }
    if (body.isBlank()) {
      throw Refused.invalid("body", "newsroom.body-missing");
    }
    if (title.length() > 200 || body.length() > MAX_LENGTH) {
      throw Refused.invalid("body", "newsroom.too-long", String.valueOf(MAX_LENGTH));
    }
  }

  /** Paragraph by paragraph; a missing English one stays missing. */
  private static List<Text> paragraphs(String german, String english) {
    List<String> originals = split(german);
    List<String> translations = split(english);
    boolean complete = originals.size() == translations.size();
    return java.util.stream.IntStream.range(0, originals.size())
        .mapToObj(
            i ->
                new Text(
                    originals.get(i),
                    complete ? Optional.of(translations.get(i)) : Optional.empty()))
        .toList();
  }

  private static List<String> split(String text) {
    return Arrays.stream(PARAGRAPHS.split(text.strip()))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  private static Slug newSlug(String title) {
    String unique = Ids.random().substring(0, 6);
    return Slug.of(Slug.ofWords(title).map(words -> words + "-" + unique).orElse(unique));
  }
}
