package de.notbetrieb.access.web;

import de.notbetrieb.access.Attempts;
import de.notbetrieb.access.People;
import de.notbetrieb.access.RecoveryWords;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: password, recovery words, where one is signed in; and the way back in. */
@Controller
class AccountScreen {
  private final People people;
  private final Journal journal;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  AccountScreen(
      People people,
      Journal journal,
      Sessions sessions,
      Attempts attempts,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.people = people;
    this.journal = journal;
    this.sessions = sessions;
    this.attempts = attempts;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/konto")
  ResponseEntity<String> account(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    return page(me, request, HttpStatus.OK, FieldProblems.none());
  }

  @PostMapping("/konto/passwort")
  ResponseEntity<String> changePassword(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam String old,
      @RequestParam String password,
      @RequestParam RequestId form) {
    return FieldProblems.tried(
            request, () -> people.changePassword(me.town(), me.person(), form, old, password))
        .map(problems -> page(me, request, HttpStatus.UNPROCESSABLE_CONTENT, problems))
        .orElseGet(
            () -> {
              sessions.endOthers(me.person().pseudonym(), request.getSession().getId());
              return Screens.see("/konto");
            });
  }

  @PostMapping("/konto/worte")
  ResponseEntity<String> renewWords(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam String wordsPassword,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.RELEASE);
    AtomicReference<RecoveryWords> words = new AtomicReference<>();
    return FieldProblems.tried(
            request,
            () ->
                words.set(people.townKey().renewWords(me.town(), me.person(), form, wordsPassword)))
        .map(problems -> page(me, request, HttpStatus.UNPROCESSABLE_CONTENT, problems))
        .orElseGet(
            () ->
                screens.show(
                    "recovery-words",
                    frames.of(request, "", "words.title"),
                    new RecoveryWordsPage(Objects.requireNonNull(words.get()).words(), "/konto")));
  }

  @PostMapping("/konto/abmelden")
  ResponseEntity<String> endOthers(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    sessions.endOthers(me.person().pseudonym(), request.getSession().getId());
    return Screens.see("/konto");
  }

  @GetMapping("/wiederherstellen")
  ResponseEntity<String> forgotten(HttpServletRequest request) {
    return recoverPage(request, HttpStatus.OK, FieldProblems.none());
  }

  @PostMapping("/wiederherstellen")
  ResponseEntity<String> recover(
      HttpServletRequest request,
      @RequestParam String name,
      @RequestParam String words,
      @RequestParam String password,
      @RequestParam RequestId form) {
    String address = request.getRemoteAddr();
    if (attempts.pause("recovery", address).isPositive()) {
      throw Refused.conflict("access.wait");
    }
    attempts.failed("recovery", address);
    return FieldProblems.tried(
            request,
            () -> people.recover(town(name), form, name, RecoveryWords.parse(words), password))
        .map(problems -> recoverPage(request, HttpStatus.UNPROCESSABLE_CONTENT, problems))
        .orElseGet(
            () -> {
              attempts.succeeded("recovery", address);
              return Screens.see("/anmelden");
            });
  }

  private Slug town(String name) {
    return journal.towns().stream()
        .filter(town -> people.named(town, name).isPresent())
        .findFirst()
        .orElseThrow(() -> Refused.invalid("name", "access.unknown-person", name));
  }

  private ResponseEntity<String> recoverPage(
      HttpServletRequest request, HttpStatus status, FieldProblems problems) {
    Map<String, String> typed =
        problems.isEmpty() ? Map.of() : FieldProblems.typed(request, "password");
    return screens.show(
        status,
        "recover",
        frames.of(request, "", "recover.title"),
        new RecoverPage(typed, problems));
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, FieldProblems problems) {
    Frame frame = frames.of(request, "", "account.title");
    String own = request.getSession().getId();
    List<AccountPage.Session> where =
        sessions.of(me.person().pseudonym()).stream()
            .map(
                session ->
                    new AccountPage.Session(
                        frame
                            .texts()
                            .when(
                                session
                                    .getLastRequest()
                                    .toInstant()
                                    .atZone(clock.getZone())
                                    .toOffsetDateTime(),
                                clock.getZone()),
                        session.getSessionId().equals(own)))
            .toList();
    return screens.show(
        status,
        "account",
        frame,
        new AccountPage(
            me.person().name(),
            me.person().signIn(),
            me.person().roles(),
            me.person().may(Right.RELEASE),
            where,
            problems));
  }
}
