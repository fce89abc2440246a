package de.notbetrieb.access.web;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.Role;
import de.notbetrieb.access.RoleChange;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
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

/** Who has an account here; adding and closing them. */
@Controller
class PeopleScreen {
  private final People people;
  private final Sessions sessions;
  private final Frames frames;
  private final Screens screens;

  PeopleScreen(People people, Sessions sessions, Frames frames, Screens screens) {
    this.people = people;
    this.sessions = sessions;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/konten")
  ResponseEntity<String> list(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.ADMINISTER);
    return page(me, request, HttpStatus.OK, FieldProblems.none());
  }

  @PostMapping("/konten")
  ResponseEntity<String> add(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam String signIn,
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String ownPassword,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.ADMINISTER);
    Newcomer newcomer =
        new Newcomer(signIn, name.isBlank() ? signIn : name, chosen(roles), password);
    return FieldProblems.tried(
            request, () -> people.add(me.town(), me.person(), form, newcomer, ownPassword))
        .map(problems -> page(me, request, HttpStatus.UNPROCESSABLE_CONTENT, problems))
        .orElseGet(() -> Screens.see("/konten"));
  }

  @PostMapping("/konten/{person}/schliessen")
  ResponseEntity<String> close(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String person,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    Actor whom = new Actor(person);
    people.close(me.town(), me.person(), form, whom, seen);
    sessions.end(whom);
    return Screens.see("/konten");
  }

  @GetMapping("/konten/{person}/rollen")
  ResponseEntity<String> roles(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String person) {
    me.person().allowedTo(Right.ADMINISTER);
    return roles(me, request, person, FieldProblems.none());
  }

  @PostMapping("/konten/{person}/rollen")
  ResponseEntity<String> changeRoles(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String person,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String ownPassword,
      @RequestParam long seen,
      @RequestParam RequestId form) {
    me.person().allowedTo(Right.ADMINISTER);
    Actor whom = new Actor(person);
    Optional<FieldProblems> wrong =
        FieldProblems.triedOrOvertaken(
            request,
            () ->
                people.changeRoles(
                    me.town(),
                    me.person(),
                    form,
                    whom,
                    new RoleChange(chosen(roles), seen),
                    password,
                    ownPassword));
    if (wrong.isPresent()) {
      return roles(me, request, person, wrong.get());
    }
    sessions.end(whom);
    return Screens.see("/konten");
  }

  private ResponseEntity<String> roles(
      SignedIn me, HttpServletRequest request, String person, FieldProblems problems) {
    Stored<Person> stored =
        people.stored(me.town()).stream()
            .filter(one -> one.id().equals(person))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("access.unknown-person", person));
    List<String> chosen =
        problems.isEmpty() || problems.overtaken()
            ? stored.value().roles().stream().map(Role::name).toList()
            : Arrays.asList(request.getParameterMap().getOrDefault("roles", new String[0]));
    return screens.show(
        problems.isEmpty() ? HttpStatus.OK : problems.status(),
        "roles",
        frames.of(request, "people", "people.change-roles"),
        new RolesPage(row(me, stored), List.of(Role.values()), chosen, problems));
  }

  private ResponseEntity<String> page(
      SignedIn me, HttpServletRequest request, HttpStatus status, FieldProblems problems) {
    Frame frame = frames.of(request, "people", "people.title");
    List<PeoplePage.Row> rows =
        people.stored(me.town()).stream()
            .sorted(Comparator.comparing(one -> one.value().name()))
            .map(one -> row(me, one))
            .toList();
    Map<String, String> typed =
        problems.isEmpty() ? Map.of() : FieldProblems.typed(request, "password", "ownPassword");
    List<String> chosen =
        problems.isEmpty()
            ? List.of()
            : Arrays.asList(request.getParameterMap().getOrDefault("roles", new String[0]));
    return screens.show(
        status,
        "people",
        frame,
        new PeoplePage(rows, List.of(Role.values()), typed, chosen, problems));
  }

  private PeoplePage.Row row(SignedIn me, Stored<Person> stored) {
    Person person = stored.value();
    return new PeoplePage.Row(
        stored.id(),
        person.name(),
        person.signIn(),
        person.roles(),
        sessions.of(person.pseudonym()).size(),
        stored.entry(),
        person.pseudonym().equals(me.person().pseudonym()));
  }

  /** What is blank is no role; a form of ours does not send it. */
  private static List<Role> chosen(List<Role> roles) {
    return roles.stream().filter(Objects::nonNull).toList();
  }
}
