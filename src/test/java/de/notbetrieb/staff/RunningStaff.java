package de.notbetrieb.staff;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TreeProof;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Judgements;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.Untranslated;
import de.notbetrieb.publishing.Witnessing;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.publishing.place.Upload;
import de.notbetrieb.town.PreparedPlace;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.NewTown;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The staff application with a town in it, and one person who may do everything. */
final class RunningStaff implements AutoCloseable {
  private static final String NAME = "alles";
  static final String PASSWORD = "darf hier wirklich alles";
  private static final Minisign.KeyPair NEIGHBOURS = Minisign.KeyPair.generate(new SecureRandom());
  private static final NoteKey NEIGHBOUR =
      NoteKey.of("ofterdingen.example", NEIGHBOURS.publicKey());
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant THEN = Instant.parse("2023-11-21T15:00:00Z");

  private final Database database;
  private final Journal journal;
  private final Editions editions;
  private final People people;
  private final Places places;
  private final Clock clock =
      Clock.offset(Clock.system(ZONE), Duration.between(Instant.now(), THEN));
  private final ConfigurableApplicationContext context;
  private Map<String, String> values = Map.of();

  private RunningStaff(Path data) {
    database = Database.embedded(data);
    journal = new Journal(database, clock);
    people = new People(database, journal);
    editions = new Editions(journal, people, data.resolve("towns"), Purpose.EXERCISE);
    places = new Places(journal, editions, data);
    context =
        StaffApplication.start(
            new StaffApplication.Rooms(journal, people, editions, places, Purpose.EXERCISE, clock),
            StaffApplication.Listener.local(0));
  }

  /** The case of 2023, with edition 1 public and a request that waits. */
  static RunningStaff demonstration(Path data) {
    RunningStaff staff = new RunningStaff(data);
    // every language of the demonstration would make each start much longer
    TownFile file = TownFile.read(Path.of("demo/moessingen.yaml"));
    Optional<Town> facts =
        file.town().map(one -> one.speaking(List.of(Language.DE, Language.EN, Language.TR)));
    Slug town =
        staff.begin(ReadTownFile.of(new TownFile(facts, file.situation(), file.problems())));
    Person all = staff.people.all(town).getFirst();
    staff.editions.release(
        town,
        all,
        RequestId.random(),
        staff.request(town, all).id(),
        PASSWORD,
        Optional.of("Test"));
    staff.say(town, "bestattungen", "Bestattungen haben keine Nachteile durch die Störung.");
    Judgements judgements = new Judgements(staff.journal);
    judgements.noPromise(
        town, all, RequestId.random(), judgements.open(town).getFirst().key(), "Tatsache");
    staff.say(town, "vertagt", "Die Bürgerversammlung am Freitag findet statt.");
    Request open =
        staff
            .editions
            .drafting()
            .request(
                town,
                all,
                RequestId.random(),
                Moment.now(staff.clock).toOffset(),
                Optional.empty(),
                Set.of("UPDATES/vertagt"));
    staff.say(town, "gestundet", "Gebühren werden gestundet.");
    staff.speakThrough(town, all);
    staff.isWitnessed(town, all);
    Newsroom newsroom = Newsroom.of(staff.journal.read(town));
    staff.values =
        Map.ofEntries(
            Map.entry("/dienste/{service}", "/dienste/personalausweis"),
            Map.entry("/dienste/{service}/dauer", "/dienste/personalausweis/dauer"),
            Map.entry("/uebersetzungen/{code}", "/uebersetzungen/en"),
            Map.entry("/orte/{office}", "/orte/rathaus"),
            Map.entry("/hilfe/{chapter}", "/hilfe/wege"),
            Map.entry("/stellen/{place}", "/stellen/ansage"),
            Map.entry("/stellen/{place}/angaben", "/stellen/ansage/angaben"),
            Map.entry("/stellen/{place}/zugang", "/stellen/webspeicher/zugang"),
            Map.entry("/telefonbuch/{kind}/{id}", "/telefonbuch/nummern/telefon-zentrale"),
            Map.entry("/zeugen/partner/{partner}", "/zeugen/partner/" + NEIGHBOUR.number()),
            Map.entry("/konten/{person}/rollen", staff.reader(town)),
            Map.entry("/anfragen/{id}", "/anfragen/" + open.id()),
            Map.entry("/ausgaben/{number}/zurueckziehen", "/ausgaben/1/zurueckziehen"),
            Map.entry(
                "/wort/{kind}/{id}",
                "/wort/meldungen/" + newsroom.updates().getFirst().id().value()),
            Map.entry("/anfragen/{id}/vorschau", "/anfragen/" + open.id() + "/vorschau"));
    return staff;
  }

  /** A town that has just answered the first questions. */
  static RunningStaff freshTown(Path data) {
    RunningStaff staff = new RunningStaff(data);
    NewTown answers =
        new NewTown("Mössingen", "", "Rathausplatz 1", "", "030 23125-100", "", "", "");
    Slug town =
        staff.begin(
            ReadTownFile.of(
                TownFile.read("stadt.yaml", answers.yaml().getBytes(StandardCharsets.UTF_8))));
    Request open = staff.request(town, staff.people.all(town).getFirst());
    staff.values =
        Map.ofEntries(
            Map.entry("/dienste/{service}", "/dienste/personalausweis"),
            Map.entry("/dienste/{service}/dauer", "/dienste/personalausweis/dauer"),
            Map.entry("/uebersetzungen/{code}", "/uebersetzungen/en"),
            Map.entry("/orte/{office}", "/orte/rathaus"),
            Map.entry("/hilfe/{chapter}", "/hilfe/wege"),
            Map.entry("/stellen/{place}", "/stellen"),
            Map.entry("/stellen/{place}/angaben", "/stellen/neu/angaben"),
            Map.entry("/stellen/{place}/zugang", "/stellen/neu/angaben"),
            Map.entry("/telefonbuch/{kind}/{id}", "/telefonbuch/nummern/telefon-zentrale"),
            Map.entry("/zeugen/partner/{partner}", "/zeugen"),
            Map.entry("/konten/{person}/rollen", staff.reader(town)),
            Map.entry("/anfragen/{id}", "/anfragen/" + open.id()),
            Map.entry("/ausgaben/{number}/zurueckziehen", "/ausgaben"),
            Map.entry("/wort/{kind}/{id}", "/wort/meldungen/neu"),
            Map.entry("/anfragen/{id}/vorschau", "/anfragen/" + open.id() + "/vorschau"));
    return staff;
  }

  /** Before the first start. */
  static RunningStaff nobody(Path data) {
    return new RunningStaff(data);
  }

  private Slug begin(ReadTownFile file) {
    new FirstStart(people, editions)
        .begin(
            RequestId.random(),
            file,
            FirstStart.Known.NOTHING,
            List.of(new Newcomer(NAME, "Alles", List.of(Role.values()), PASSWORD)));
    return file.town().orElseThrow().town().id();
  }

  /** A tape that says what holds, a door where nothing hangs, a web space that nobody reached yet. */
  private void speakThrough(Slug town, Person person) {
    places.begin(
        town,
        person,
        RequestId.random(),
        Map.of(
            "ansage", place(PreparedPlace.Sort.TAPE, "Telefonansage", "Telefonzentrale"),
            "tuer-rathaus", place(PreparedPlace.Sort.DOOR, "Tür: Rathaus", "Hausmeisterei"),
            "webspeicher",
                place(PreparedPlace.Sort.UPLOAD, "Gemieteter Webspeicher", "das Programm")));
    places.hang(town, person, RequestId.random(), "ansage", 1);
    places
        .accesses()
        .feedBy(
            town,
            person,
            RequestId.random(),
            "webspeicher",
            new Upload(
                Upload.Way.SFTP,
                "sftp://web.example/htdocs/notbetrieb",
                "stadt",
                "",
                Optional.empty()),
            Optional.of("ein kennwort"),
            places.stored(town, "webspeicher").entry());
  }

  /** One partner that has seen our log, one that has seen nothing yet, and one that has left. */
  private void isWitnessed(Slug town, Person person) {
    Witnessing witnessing = editions.witnessing();
    Partners partners = editions.partners();
    NoteKey other = NoteKey.of("talheim.example", NEIGHBOURS.publicKey());
    NoteKey former = NoteKey.of("belsen.example", NEIGHBOURS.publicKey());
    for (NoteKey key : List.of(NEIGHBOUR, other, former)) {
      partners.know(town, person, RequestId.random(), key.vkey());
    }
    String why = "Die Stadt hat ihr Programm abgeschaltet.";
    partners.end(
        town,
        person,
        RequestId.random(),
        new Partners.Order(former.number(), former.number(), why, "reason"));
    String asked = witnessing.ask(town, 0);
    Note ours = Note.parse("ours", asked.substring(asked.indexOf("\n\n") + 2));
    long then = Moment.now(clock).toOffset().toEpochSecond();
    witnessing.receive(
        town,
        person,
        RequestId.random(),
        NEIGHBOUR.asWitness().cosign(ours.text(), then, NEIGHBOURS).text());
  }

  /** The key of a log that nobody here knows yet. */
  static String stranger() {
    return NoteKey.of("nehren.example", NEIGHBOURS.publicKey()).vkey();
  }

  /** What the neighbour gives us to sign. */
  static String asked() {
    List<Sha256> tree = List.of(Sha256.of("1"), Sha256.of("2"));
    String text = new Checkpoint(NEIGHBOUR.name(), 2, TreeProof.root(tree)).text();
    return "old 0\n\n" + Note.signed(text, NEIGHBOUR, NEIGHBOURS).file();
  }

  private static Place place(PreparedPlace.Sort sort, String name, String feeder) {
    return new Place(sort, name, feeder, Optional.empty(), Optional.empty(), false);
  }

  private void say(Slug town, String id, String words) {
    Update update =
        new Update(
            Slug.of(id),
            Moment.now(clock).toOffset(),
            Text.of("Gut zu wissen", "Good to know"),
            List.of(Text.of(words)),
            List.of(),
            true);
    journal.write(
        town, Actor.PROGRAM, RequestId.random(), change -> change.put(Update.KIND, id, update));
  }

  /** Adds somebody whose roles can be changed. */
  private String reader(Slug town) {
    Newcomer newcomer = new Newcomer("lesen", "Bürgertelefon", List.of(Role.READER), PASSWORD);
    Person reader =
        people.add(
            town, people.named(town, NAME).orElseThrow(), RequestId.random(), newcomer, PASSWORD);
    return "/konten/" + reader.pseudonym().pseudonym() + "/rollen";
  }

  private Request request(Slug town, Person author) {
    return editions
        .drafting()
        .request(town, author, RequestId.random(), Moment.now(clock).toOffset(), Optional.empty());
  }

  /** Every sentence of the draft in all its languages. */
  List<Text> words() {
    Slug town = Slug.of("moessingen");
    return Untranslated.of(
            editions
                .drafting()
                .draft(town, OffsetDateTime.parse("2023-11-22T08:00:00+01:00"), Optional.empty()))
        .stream()
        .map(Untranslated.Said::text)
        .toList();
  }

  void signIn(Page page) {
    page.navigate(url("/anmelden"));
    page.fill("#name", NAME);
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL(url("/"));
  }

  /** What a browser keeps of somebody who has signed in: enough for every further page of theirs. */
  String signedIn(Browser browser) {
    try (BrowserContext context = browser.newContext()) {
      signIn(context.newPage());
      return context.storageState();
    }
  }

  /** A real path for every page that the program answers; fails for a pattern that nobody filled. */
  List<String> pages(List<String> leftOut) {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(info -> info.getPatternValues().stream())
        .filter(pattern -> !leftOut.contains(pattern) && !pattern.equals("/anfang"))
        .sorted()
        .map(this::path)
        .toList();
  }

  private String path(String pattern) {
    return pattern.contains("{")
        ? Objects.requireNonNull(values.get(pattern), "say here what fills " + pattern)
        : pattern;
  }

  String url(String path) {
    return "http://127.0.0.1:"
        + Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort()
        + path;
  }

  /** As when its server is gone. */
  void loseDatabase() {
    database.close();
  }

  @Override
  public void close() {
    context.close();
    journal.close();
    database.close();
  }
}
