package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.FourEyes;
import de.notbetrieb.publishing.StandingRelease;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one person may publish alone by a decision in advance, and what waits for a second look. */
@Controller
class FourEyesScreen {
  private final FourEyes fourEyes;
  private final People people;
  private final Frames frames;
  private final Screens screens;

  FourEyesScreen(Journal journal, People people, Frames frames, Screens screens) {
    this.fourEyes = new FourEyes(journal);
    this.people = people;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/vier-augen")
  ResponseEntity<String> page(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "release", "eyes.title");
    Optional<Stored<StandingRelease>> standing = fourEyes.standing(me.town());
    List<FourEyesPage.Waiting> waiting =
        fourEyes.unseen(me.town()).stream()
            .map(
                release ->
                    new FourEyesPage.Waiting(
                        release.number(),
                        name(me, release.releaser()),
                        release.alone().orElse(""),
                        release.releaser().equals(me.person().pseudonym())))
            .toList();
    return screens.show(
        "four-eyes",
        frame,
        new FourEyesPage(
            standing.map(one -> decision(me, one.value())),
            waiting,
            standing.map(Stored::entry).orElse(0L),
            me.person().may(Right.RELEASE)));
  }

  private FourEyesPage.Decision decision(SignedIn me, StandingRelease standing) {
    return new FourEyesPage.Decision(
        standing.covers(),
        name(me, standing.decided()),
        standing.second().map(second -> name(me, second)),
        standing.isInForce(),
        standing.second().isEmpty()
            && me.person().may(Right.RELEASE)
            && !standing.decided().equals(me.person().pseudonym()));
  }

  @PostMapping("/vier-augen/entscheidung")
  ResponseEntity<String> decide(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") List<StandingRelease.Difference> covers,
      @RequestParam(defaultValue = "") String alone,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    fourEyes.decide(
        me.town(),
        me.person(),
        form,
        covers.stream().filter(Objects::nonNull).toList(),
        Optional.of(alone.strip()).filter(why -> !why.isEmpty()),
        seen);
    return Screens.see("/vier-augen");
  }

  @PostMapping("/vier-augen/zustimmung")
  ResponseEntity<String> agree(
      @AuthenticationPrincipal SignedIn me, @RequestParam long seen, @RequestParam RequestId form) {
    fourEyes.agree(me.town(), me.person(), form, seen);
    return Screens.see("/vier-augen");
  }

  @PostMapping("/vier-augen/{number}")
  ResponseEntity<String> look(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam RequestId form) {
    fourEyes.look(me.town(), me.person(), form, number, remark);
    return Screens.see("/vier-augen");
  }

  private String name(SignedIn me, Actor actor) {
    return people.find(me.town(), actor).map(Person::name).orElse("?");
  }
}
