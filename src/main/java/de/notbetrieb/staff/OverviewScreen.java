package de.notbetrieb.staff;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.TownFileSchema;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.FourEyes;
import de.notbetrieb.publishing.NextWords;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.Reviews;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.town.Towns;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lage: what is overdue, what waits, what is down, what changed; signing in. */
@Controller
public class OverviewScreen {
  private static final int RECENT = 8;

  private final Journal journal;
  private final Editions editions;
  private final Places places;
  private final People people;
  private final PublicPage publicPage;
  private final Frames frames;
  private final Screens screens;
  private final Clock clock;

  OverviewScreen(
      Journal journal,
      Editions editions,
      Places places,
      People people,
      PublicPage publicPage,
      Frames frames,
      Screens screens,
      Clock clock) {
    this.journal = journal;
    this.editions = editions;
    this.places = places;
    this.people = people;
    this.publicPage = publicPage;
    this.frames = frames;
    this.screens = screens;
    this.clock = clock;
  }

  @GetMapping("/anmelden")
  ResponseEntity<String> signIn(
      HttpServletRequest request,
      @RequestParam Optional<String> error,
      @RequestParam Optional<String> wait) {
    if (FirstStartScreen.isFirst(journal, people)) {
      return Screens.see("/anfang");
    }
    return screens.show(
        "sign-in",
        frames.of(request, "", "sign-in.title"),
        new SignInPage(error.isPresent(), wait.isPresent()));
  }

  /**
   * The sign-in form.
   *
   * @param wrong after a failed attempt
   * @param mustWait after too many of them
   */
  public record SignInPage(boolean wrong, boolean mustWait) {}

  @GetMapping("/")
  ResponseEntity<String> overview(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Frame frame = frames.of(request, "overview", "overview.title");
    Reading reading = journal.read(me.town());
    Derived derived = Derivation.of(Situations.of(reading, Towns.of(reading).orElseThrow()));
    return screens.show(
        "overview",
        frame,
        new OverviewPage(
            hindrance(frame),
            derived.systems().values().stream().filter(s -> s.state() == SystemState.DOWN).count(),
            derived.systems().size(),
            derived.services().size(),
            Arrays.stream(ServiceState.values())
                .map(state -> new OverviewPage.Count(state, count(derived, state)))
                .toList(),
            todos(me, reading),
            editions.drafting().requests(me.town()).stream()
                .filter(one -> one.state() == Request.State.OPEN)
                .map(
                    one ->
                        new OverviewPage.Waiting(
                            one.id(), one.edition().number(), name(me, frame, one.author())))
                .toList(),
            silent(me, frame),
            new Reviews(journal, editions).heldBack(me.town(), Moment.now(clock).toOffset()),
            JournalScreen.lines(
                frame,
                clock.getZone(),
                people.names(me.town()),
                reading.entries(Long.MAX_VALUE, RECENT))));
  }

  /** Why there is no public page, and what to do; nothing while there is one. */
  private List<String> hindrance(Frame frame) {
    return publicPage
        .hindrance()
        .map(Refused::reason)
        .map(why -> frame.texts().refusal(why.key(), why.arguments()).lines().toList())
        .orElse(List.of());
  }

  /** Places where the public hears something else than what holds, with their age. */
  private List<OverviewPage.Silent> silent(SignedIn me, Frame frame) {
    return places.board(me.town()).stream()
        .filter(one -> one.standing().isBad())
        .map(
            one ->
                new OverviewPage.Silent(
                    one.id(),
                    one.place().name(),
                    one.standing(),
                    one.since()
                        .map(when -> frame.texts().since(when, now(), clock.getZone()))
                        .orElse("")))
        .toList();
  }

  private OffsetDateTime now() {
    return Moment.now(clock).toOffset();
  }

  private List<OverviewPage.Todo> todos(SignedIn me, Reading reading) {
    FourEyes fourEyes = new FourEyes(journal);
    List<OverviewPage.Todo> todos = new ArrayList<>();
    long releasers =
        people.all(me.town()).stream().filter(person -> person.may(Right.RELEASE)).count();
    if (releasers < 2) {
      todos.add(todo("second-person", me, Right.ADMINISTER, "/konten", 1));
    }
    boolean isLate =
        new NextWords(journal, editions)
            .decided(me.town())
            .filter(word -> word.due().isBefore(Moment.now(clock).toOffset()))
            .isPresent();
    if (isLate) {
      todos.add(todo("next-word", me, Right.READ, "/naechste-nachricht", 1));
    }
    int unseen = fourEyes.unseen(me.town()).size();
    if (unseen > 0) {
      todos.add(todo("second-look", me, Right.READ, "/vier-augen", unseen));
    }
    if (fourEyes.standing(me.town()).filter(one -> !one.value().isInForce()).isPresent()) {
      todos.add(todo("agree", me, Right.READ, "/vier-augen", 1));
    }
    if (isOnThisMachine(Towns.of(reading).orElseThrow().town().publicAddress())) {
      todos.add(todo("public-address", me, Right.WRITE, "/stadtdatei", 1));
    }
    Newsroom newsroom = Newsroom.of(reading);
    int outOfTime = newsroom.outOfTime(LocalDate.now(clock)).size();
    if (outOfTime > 0) {
      todos.add(todo("out-of-time", me, Right.READ, "/wort", outOfTime));
    }
    if (newsroom.masthead().isEmpty()) {
      todos.add(todo("first-words", me, Right.READ, "/wort", 1));
    }
    return todos;
  }

  private static OverviewPage.Todo todo(
      String key, SignedIn me, Right opens, String path, int count) {
    return new OverviewPage.Todo(key, Optional.of(path).filter(_ -> me.person().may(opens)), count);
  }

  /** What nobody but this machine can open stands on no poster. */
  private static boolean isOnThisMachine(URI publicAddress) {
    return Objects.equals(publicAddress.getHost(), "localhost");
  }

  private static long count(Derived derived, ServiceState state) {
    return derived.services().values().stream().filter(s -> s.state() == state).count();
  }

  private String name(SignedIn me, Frame frame, Actor actor) {
    return people
        .find(me.town(), actor)
        .map(Person::name)
        .orElseGet(() -> frame.t("journal.program"));
  }

  /** For editors that complete what is typed into a town file. */
  @GetMapping("/formats/town-file.schema.json")
  ResponseEntity<String> townFileSchema() {
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "schema+json"))
        .body(TownFileSchema.json());
  }
}
