package de.notbetrieb.staff;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Entry;
import de.notbetrieb.journal.EntryFilter;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every change, newest first; by kind, person and day. */
@Controller
class JournalScreen {
  private static final int PAGE = 100;

  private final Journal journal;
  private final People people;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  JournalScreen(Journal journal, People people, Frames frames, Screens screens, Clock clock) {
    this.journal = journal;
    this.people = people;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/journal")
  ResponseEntity<String> journal(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "9223372036854775807") long before) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "journal", "journal.title");
    Reading reading = journal.read(me.town());
    Map<Actor, String> names = people.names(me.town());
    EntryFilter filter =
        new EntryFilter(
            Optional.of(kind).filter(one -> !one.isEmpty()),
            Optional.of(who).filter(one -> !one.isEmpty()).map(one -> actor(one, names)),
            day(from).map(this::midnight),
            day(until).map(last -> midnight(last.plusDays(1))));
    List<Entry> entries = reading.entries(filter, before, PAGE);
    Optional<Long> older =
        entries.size() < PAGE ? Optional.empty() : Optional.of(entries.getLast().number());
    return screens.show(
        "journal",
        frame,
        new JournalPage(
            lines(frame, clock.getZone(), names, entries),
            new JournalPage.Filter(
                kind,
                who,
                day(from).map(LocalDate::toString).orElse(""),
                day(until).map(LocalDate::toString).orElse("")),
            reading.kindsOfEntries(),
            names.entrySet().stream()
                .map(one -> new JournalPage.Someone(one.getKey().pseudonym(), one.getValue()))
                .toList(),
            older));
  }

  private static Actor actor(String pseudonym, Map<Actor, String> names) {
    return names.keySet().stream()
        .filter(one -> one.pseudonym().equals(pseudonym))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("access.unknown-person", pseudonym));
  }

  /** What is no day, such as one that is half typed, does not filter. */
  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  static List<JournalPage.Line> lines(
      Frame frame, ZoneId zone, Map<Actor, String> names, List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                new JournalPage.Line(
                    entry.number(),
                    frame.texts().when(entry.recorded().toOffset(), zone),
                    entry.kind(),
                    entry.record().orElse(""),
                    who(frame, names, entry.actor())))
        .toList();
  }

  private static String who(Frame frame, Map<Actor, String> names, Actor actor) {
    return names.getOrDefault(
        actor, frame.t(actor.equals(Actor.PROGRAM) ? "journal.program" : "journal.closed"));
  }
}
