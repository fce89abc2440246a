package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Judgements;
import de.notbetrieb.town.Fallback;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Promise or not: what somebody says of a sentence in the draft that seems to grant something. */
@Controller
class JudgementScreen {
  private final Judgements judgements;

  JudgementScreen(Journal journal) {
    this.judgements = new Judgements(journal);
  }

  @PostMapping("/entwurf/zusagen/{key}")
  ResponseEntity<String> promise(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String decider,
      @RequestParam String form) {
    me.person().allowedTo(Right.WRITE);
    judgements.promise(
        me.town(),
        me.person(),
        new RequestId(form),
        key,
        new Fallback.Promise(ground.strip(), decider.strip()));
    return Screens.see("/entwurf");
  }

  @PostMapping("/entwurf/keine-zusagen/{key}")
  ResponseEntity<String> noPromise(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String why,
      @RequestParam String form) {
    me.person().allowedTo(Right.WRITE);
    judgements.noPromise(me.town(), me.person(), new RequestId(form), key, why.strip());
    return Screens.see("/entwurf");
  }
}
