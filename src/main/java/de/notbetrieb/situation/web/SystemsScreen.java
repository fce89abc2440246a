package de.notbetrieb.situation.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.situation.Consequences;
import de.notbetrieb.situation.Dependents;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The systems board: two clicks to say how a system is, the consequences before saving. */
@Controller
class SystemsScreen {
  private final Journal journal;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  SystemsScreen(Journal journal, Frames frames, Screens screens, Clock clock) {
    this.journal = journal;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/systeme")
  ResponseEntity<String> board(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam Optional<String> system) {
    me.person().allowedTo(Right.READ);
    return page(me, request, system, FieldProblems.none());
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, Optional<String> system, FieldProblems problems) {
    Frame frame = frames.of(request, "systems", "systems.title");
    Reading reading = journal.read(me.town());
    Situation situation = Situations.of(reading, town(reading));
    Derived now = Derivation.of(situation);
    Map<Slug, Integer> dependents = Dependents.services(situation.town());
    List<SystemsPage.Row> rows =
        situation.town().systems().stream()
            .map(one -> row(frame, situation, now, one.id(), dependents.getOrDefault(one.id(), 0)))
            .toList();
    Optional<SystemsPage.Choice> choice =
        system
            .filter(Slug::isValid)
            .map(Slug::of)
            .filter(id -> situation.town().system(id).isPresent())
            .map(id -> choice(reading, situation, now, id));
    boolean mayChange = me.person().may(Right.SET_SYSTEMS);
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : problems.status();
    return screens.show(
        status, "systems", frame, new SystemsPage(rows, choice, mayChange, problems.overtaken()));
  }

  private SystemsPage.Row row(
      Frame frame, Situation situation, Derived now, Slug id, int services) {
    Derived.DerivedSystem derived = Objects.requireNonNull(now.systems().get(id));
    Optional<SystemStatus> said =
        situation.systems().stream().filter(one -> one.system().equals(id)).findFirst();
    return new SystemsPage.Row(
        id.value(),
        situation.town().system(id).orElseThrow().name(),
        derived.own(),
        derived.state(),
        said.flatMap(SystemStatus::phase),
        said.map(s -> frame.texts().when(s.since(), clock.getZone())),
        services);
  }

  private SystemsPage.Choice choice(Reading reading, Situation situation, Derived now, Slug id) {
    List<SystemsPage.Option> options =
        Arrays.stream(SystemState.values())
            .map(
                state -> {
                  Derived then = Derivation.of(situation.with(status(id, state)));
                  return new SystemsPage.Option(
                      state, names(situation.town(), Consequences.between(now, then)));
                })
            .toList();
    long seen = reading.find(SystemStatus.KIND, id.value()).map(Stored::entry).orElse(0L);
    return new SystemsPage.Choice(
        id.value(),
        situation.town().system(id).orElseThrow().name(),
        Objects.requireNonNull(now.systems().get(id)).own(),
        seen,
        options);
  }

  private static SystemsPage.Outcome names(Town town, Consequences consequences) {
    return new SystemsPage.Outcome(
        consequences.falling().stream().map(c -> change(town, c)).toList(),
        consequences.held().stream().map(c -> change(town, c)).toList(),
        consequences.returning().stream().map(c -> change(town, c)).toList());
  }

  private static SystemsPage.Change change(Town town, Consequences.ServiceChange change) {
    return new SystemsPage.Change(
        town.service(change.service()).orElseThrow().name().de(), change.after());
  }

  @PostMapping("/systeme/{system}")
  ResponseEntity<String> save(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String system,
      @RequestParam SystemState state,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    if (!Slug.isValid(system)) {
      throw Refused.notFound("situation.no-system", system);
    }
    return FieldProblems.triedOrOvertaken(
            request,
            () ->
                journal.write(
                    me.town(),
                    me.person().allowedTo(Right.SET_SYSTEMS),
                    form,
                    change ->
                        Situations.setSystem(
                            change, town(change), status(Slug.of(system), state), seen)))
        .map(overtaken -> page(me, request, Optional.of(system), overtaken))
        .orElseGet(() -> Screens.see("/systeme"));
  }

  private SystemStatus status(Slug system, SystemState state) {
    return new SystemStatus(
        system, state, Optional.empty(), Moment.now(clock).toOffset(), Optional.empty());
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-"));
  }
}
