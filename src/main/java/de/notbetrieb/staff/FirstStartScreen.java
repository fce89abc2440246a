package de.notbetrieb.staff;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.access.web.RecoveryWordsPage;
import de.notbetrieb.access.web.Sessions;
import de.notbetrieb.access.web.SignInProvider;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.town.file.Municipality;
import de.notbetrieb.town.file.NewTown;
import de.notbetrieb.town.file.TownFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The first hour, one person: a dozen questions or a prepared file on one page, then the recovery
 * words. It answers only as long as nobody has an account.
 */
@Controller
public class FirstStartScreen {
  private static final List<Role> EVERYTHING =
      List.of(Role.CRISIS, Role.RELEASER, Role.ADMINISTRATOR);

  private final Journal journal;
  private final People people;
  private final FirstStart firstStart;
  private final Sessions sessions;
  private final Frames frames;
  private final Screens screens;

  FirstStartScreen(
      Journal journal,
      People people,
      Editions editions,
      Sessions sessions,
      Frames frames,
      Screens screens) {
    this.journal = journal;
    this.people = people;
    this.firstStart = new FirstStart(people, editions);
    this.sessions = sessions;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/anfang")
  ResponseEntity<String> questions(HttpServletRequest request) {
    requireFirst(request);
    return page(request, HttpStatus.OK, Asked.NOTHING, Map.of(), List.of());
  }

  @PostMapping("/anfang")
  ResponseEntity<String> begin(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") List<String> down,
      @RequestParam(defaultValue = "") List<String> open,
      @RequestParam Optional<MultipartFile> file,
      @RequestParam RequestId form)
      throws IOException {
    requireFirst(request);
    Asked asked = new Asked(fields, Set.copyOf(down), Set.copyOf(open));
    try {
      Optional<MultipartFile> prepared = file.filter(one -> !one.isEmpty());
      ReadTownFile town = prepared.isPresent() ? read(prepared.get()) : asked.town();
      if (town.errors() > 0) {
        Locale locale = ScreenTexts.language(request);
        List<String> problems = town.problems().stream().map(p -> p.inWords(locale)).toList();
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, asked, Map.of(), problems);
      }
      People.Founded founded =
          firstStart.begin(form, town, asked.known(UsualTown.get()), List.of(asked.newcomer()));
      signIn(request, response, town.town().orElseThrow().town().id());
      return screens.show(
          "recovery-words",
          frames.of(request, "", "words.title"),
          new RecoveryWordsPage(founded.words().words(), "/entwurf"));
    } catch (Refused refused) {
      if (refused.reason() instanceof Refused.Invalid invalid) {
        return page(
            request, HttpStatus.UNPROCESSABLE_CONTENT, asked, inWords(request, invalid), List.of());
      }
      throw refused;
    }
  }

  /** What was typed and ticked. */
  private record Asked(Map<String, String> fields, Set<String> down, Set<String> open) {
    static final Asked NOTHING =
        new Asked(
            Map.of(),
            Set.of(),
            UsualTown.get().town().contacts().stream()
                .map(contact -> contact.id().value())
                .collect(Collectors.toUnmodifiableSet()));

    private String field(String name) {
      return fields.getOrDefault(name, "");
    }

    ReadTownFile town() {
      NewTown answers =
          new NewTown(
              field("town"),
              field("state"),
              field("street"),
              field("place"),
              field("phone"),
              field("hours"),
              field("email"),
              field("publicAddress"));
      return ReadTownFile.of(
          TownFile.read("stadt.yaml", answers.yaml().getBytes(StandardCharsets.UTF_8)));
    }

    FirstStart.Known known(UsualTown usual) {
      return new FirstStart.Known(
          slugs(down),
          usual.town().contacts().stream()
              .map(contact -> contact.id())
              .filter(id -> !open.contains(id.value()))
              .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<Slug> slugs(Set<String> ids) {
      return ids.stream()
          .filter(Slug::isValid)
          .map(Slug::of)
          .collect(Collectors.toUnmodifiableSet());
    }

    Newcomer newcomer() {
      return new Newcomer(field("name"), field("name"), EVERYTHING, field("password"));
    }

    Map<String, String> kept() {
      Map<String, String> kept = new TreeMap<>(fields);
      kept.keySet().removeAll(List.of("password", "form", "_csrf"));
      return kept;
    }

    Set<String> ticked() {
      return java.util.stream.Stream.concat(down.stream(), open.stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Only at this machine itself: whoever answers first speaks for the town. */
  private void requireFirst(HttpServletRequest request) {
    if (!InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
      throw Refused.notAllowed("access.first-start-here");
    }
    if (!isFirst(journal, people)) {
      throw Refused.conflict("access.founded-already", "");
    }
  }

  /** Whether nobody has an account yet. */
  static boolean isFirst(Journal journal, People people) {
    return journal.towns().stream().allMatch(town -> people.all(town).isEmpty());
  }

  /** The one name is asked for once, and is both: what to sign in with and what others see. */
  private static Map<String, String> inWords(HttpServletRequest request, Refused.Invalid invalid) {
    Map<String, String> words =
        new TreeMap<>(FieldProblems.of(invalid, ScreenTexts.language(request)).words());
    if (words.containsKey("signIn")) {
      words.put("name", words.remove("signIn"));
    }
    return words;
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Asked asked,
      Map<String, String> wrong,
      List<String> fileProblems) {
    Frame frame = frames.of(request, "", "begin.title");
    UsualTown usual = UsualTown.get();
    return screens.show(
        status,
        "first-start",
        frame,
        new FirstStartPage(
            usual.foundations(),
            usual.programs(),
            usual.waysIn(frame.texts().language().equals("en") ? Language.EN : Language.DE),
            Municipality.states(),
            asked.kept(),
            asked.ticked(),
            wrong,
            fileProblems));
  }

  private static ReadTownFile read(MultipartFile file) throws IOException {
    String name =
        Arrays.asList(String.valueOf(file.getOriginalFilename()).split("[/\\\\]")).getLast();
    return ReadTownFile.of(TownFile.read(name, file.getBytes()));
  }

  /** Who has just set the password need not type it again. */
  private void signIn(HttpServletRequest request, HttpServletResponse response, Slug town) {
    request.getSession();
    String session = request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    Person first = people.all(town).getFirst();
    context.setAuthentication(SignInProvider.signedIn(town, first));
    sessions.began(session, new SignedIn(town, first));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }
}
