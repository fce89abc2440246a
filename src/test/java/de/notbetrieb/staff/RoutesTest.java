package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.Role;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.file.TownFile;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route and who may use it. A new route must be added here, or this fails. */
class RoutesTest {
  /** The right that each route asks for; what is not here is open to everybody. */
  private static final Map<String, Right> RIGHTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GET /", Right.READ),
              Map.entry("GET /systeme", Right.READ),
              Map.entry("POST /systeme/{system}", Right.SET_SYSTEMS),
              Map.entry("GET /orte", Right.READ),
              Map.entry("GET /orte/{office}", Right.READ),
              Map.entry("POST /orte/{office}/zustand", Right.WRITE),
              Map.entry("POST /orte/{office}/tage", Right.WRITE),
              Map.entry("POST /orte/{office}/tage/{day}/ende", Right.WRITE),
              Map.entry("POST /orte/{office}/zeiten", Right.WRITE),
              Map.entry("GET /telefonbuch", Right.READ),
              Map.entry("GET /telefonbuch/{kind}/{id}", Right.WRITE),
              Map.entry("POST /telefonbuch/{kind}/{id}", Right.WRITE),
              Map.entry("GET /wege", Right.READ),
              Map.entry("POST /wege/{way}", Right.WRITE),
              Map.entry("GET /dienste", Right.READ),
              Map.entry("GET /dienste/{service}", Right.READ),
              Map.entry("GET /dienste-gemeinsam", Right.WRITE),
              Map.entry("POST /dienste-gemeinsam", Right.WRITE),
              Map.entry("POST /dienste/{service}/wort", Right.WRITE),
              Map.entry("POST /dienste/{service}/wort/ende", Right.WRITE),
              Map.entry("POST /dienste/{service}/ausweich/{fallback}", Right.WRITE),
              Map.entry("GET /dienste/{service}/dauer", Right.WRITE),
              Map.entry("POST /dienste/{service}/dauer", Right.WRITE),
              Map.entry("POST /dienste/{service}/dauer/ende", Right.WRITE),
              Map.entry("GET /wort", Right.READ),
              Map.entry("GET /wort/{kind}/{id}", Right.WRITE),
              Map.entry("POST /wort/{kind}/{id}", Right.WRITE),
              Map.entry("GET /uebersetzungen", Right.READ),
              Map.entry("GET /uebersetzungen/{code}", Right.READ),
              Map.entry("POST /uebersetzungen/{code}", Right.WRITE),
              Map.entry("GET /entwurf", Right.READ),
              Map.entry("POST /anfragen", Right.REQUEST),
              Map.entry("GET /anfragen/{id}", Right.READ),
              Map.entry("GET /anfragen/{id}/vorschau", Right.READ),
              Map.entry("GET /anfragen/{id}/vorschau/datei/{*path}", Right.READ),
              Map.entry("POST /anfragen/{id}/freigabe", Right.RELEASE),
              Map.entry("POST /anfragen/{id}/rueckgabe", Right.RELEASE),
              Map.entry("POST /entwurf/zusagen/{key}", Right.WRITE),
              Map.entry("POST /entwurf/keine-zusagen/{key}", Right.WRITE),
              Map.entry("GET /ausgaben", Right.READ),
              Map.entry("GET /ausgaben/unterschied", Right.READ),
              Map.entry("GET /ausgaben/{number}/zurueckziehen", Right.WITHDRAW),
              Map.entry("POST /ausgaben/{number}/zurueckziehen", Right.WITHDRAW),
              Map.entry("POST /ausgaben/{number}/erneut", Right.REQUEST),
              Map.entry("GET /stellen", Right.READ),
              Map.entry("GET /stellen/{place}", Right.READ),
              Map.entry("GET /stellen/{place}/datei/{file}", Right.READ),
              Map.entry("GET /stellen/{place}/angaben", Right.WRITE),
              Map.entry("POST /stellen/{place}/angaben", Right.WRITE),
              Map.entry("POST /stellen/uebliche", Right.WRITE),
              Map.entry("POST /stellen/{place}/haengt", Right.WRITE),
              Map.entry("POST /stellen/{place}/nachsehen", Right.WRITE),
              Map.entry("POST /stellen/{place}/hochladen", Right.WRITE),
              Map.entry("POST /stellen/{place}/ruhe", Right.WRITE),
              Map.entry("GET /stellen/{place}/zugang", Right.RELEASE),
              Map.entry("POST /stellen/{place}/zugang", Right.RELEASE),
              Map.entry("POST /stellen/{place}/zugang/aus", Right.RELEASE),
              Map.entry("POST /stellen/{place}/fingerabdruck", Right.RELEASE),
              Map.entry("GET /mitnehmen", Right.READ),
              Map.entry("GET /mitnehmen/{file}", Right.READ),
              Map.entry("GET /mitnehmen/datei/{*path}", Right.READ),
              Map.entry("GET /stadtdatei", Right.WRITE),
              Map.entry("GET /stadtdatei/stadt.yaml", Right.WRITE),
              Map.entry("POST /stadtdatei", Right.WRITE),
              Map.entry("POST /stadtdatei/uebernehmen", Right.WRITE),
              Map.entry("GET /journal", Right.READ),
              Map.entry("GET /bestaetigen", Right.READ),
              Map.entry("POST /bestaetigen", Right.RELEASE),
              Map.entry("GET /naechste-nachricht", Right.READ),
              Map.entry("POST /naechste-nachricht", Right.WRITE),
              Map.entry("GET /vier-augen", Right.READ),
              Map.entry("POST /vier-augen/entscheidung", Right.RELEASE),
              Map.entry("POST /vier-augen/zustimmung", Right.RELEASE),
              Map.entry("POST /vier-augen/{number}", Right.RELEASE),
              Map.entry("GET /zeugen", Right.READ),
              Map.entry("GET /zeugen/note.pub", Right.READ),
              Map.entry("GET /zeugen/anfrage", Right.READ),
              Map.entry("GET /zeugen/zeugen.txt", Right.READ),
              Map.entry("GET /zeugen/partner/{partner}", Right.READ),
              Map.entry("POST /zeugen/partner/{partner}/schluessel", Right.RELEASE),
              Map.entry("POST /zeugen/partner/{partner}/ende", Right.RELEASE),
              Map.entry("POST /zeugen/partner", Right.RELEASE),
              Map.entry("POST /zeugen/unterschrift", Right.RELEASE),
              Map.entry("POST /zeugen/antwort", Right.RELEASE),
              Map.entry("GET /schluessel", Right.READ),
              Map.entry("POST /schluessel", Right.RELEASE),
              Map.entry("GET /konten", Right.ADMINISTER),
              Map.entry("POST /konten", Right.ADMINISTER),
              Map.entry("GET /konten/{person}/rollen", Right.ADMINISTER),
              Map.entry("POST /konten/{person}/rollen", Right.ADMINISTER),
              Map.entry("POST /konten/{person}/schliessen", Right.ADMINISTER)));

  /** What everybody with an account does with their own. */
  private static final List<String> OWN =
      List.of(
          "GET /hilfe",
          "GET /hilfe/{chapter}",
          "GET /konto",
          "POST /konto/passwort",
          "POST /konto/worte",
          "POST /konto/abmelden");

  private static final List<String> OPEN =
      List.of(
          "GET /anmelden",
          "GET /formats/town-file.schema.json",
          "GET /anfang",
          "POST /anfang",
          "GET /wiederherstellen",
          "POST /wiederherstellen");
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final String PASSWORD = "ein-langes-passwort";

  @TempDir static Path data;
  private static Database database;
  private static Journal journal;
  private static Editions editions;
  private static ConfigurableApplicationContext staff;
  private static int port;
  private static volatile Optional<Refused> hindrance = Optional.empty();

  @BeforeAll
  static void start() {
    Clock clock = Clock.system(ZoneId.of("Europe/Berlin"));
    database = Database.embedded(data);
    journal = new Journal(database, clock);
    People people = new People(database, journal);
    editions = new Editions(journal, people, data.resolve("towns"), Purpose.EXERCISE);
    TownFile file = TownFile.read(Path.of("src/test/resources/towns/musterstadt.yaml"));
    journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> ImportPlan.of(change, file.town().orElseThrow(), false).apply(change));
    people.found(
        TOWN,
        RequestId.random(),
        List.of(
            new Newcomer("reader", "Lesen", List.of(Role.READER), PASSWORD),
            new Newcomer("admin", "Technik", List.of(Role.ADMINISTRATOR), PASSWORD),
            new Newcomer("alone", "Allein", List.of(Role.EDITOR, Role.RELEASER), PASSWORD)),
        change -> {});
    staff =
        StaffApplication.start(
            new StaffApplication.Rooms(
                journal,
                people,
                editions,
                new Places(journal, editions, data),
                Purpose.EXERCISE,
                clock,
                () -> hindrance),
            StaffApplication.Listener.local(0));
    port =
        java.util.Objects.requireNonNull(
                ((ServletWebServerApplicationContext) staff).getWebServer())
            .getPort();
  }

  @AfterAll
  static void stop() {
    staff.close();
    journal.close();
    database.close();
  }

  @Test
  void everyRouteSaysWhoMayUseIt() {
    List<String> routes =
        staff
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .filter(info -> !info.getMethodsCondition().getMethods().isEmpty())
            .flatMap(
                info ->
                    info.getMethodsCondition().getMethods().stream()
                        .flatMap(
                            method ->
                                info.getPatternValues().stream().map(path -> method + " " + path)))
            .toList();
    List<String> known =
        java.util.stream.Stream.of(RIGHTS.keySet(), OWN, OPEN)
            .flatMap(java.util.Collection::stream)
            .toList();
    assertThat(routes).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void whoHasNotSignedInIsSentToTheForm() throws Exception {
    HttpClient nobody = HttpClient.newHttpClient();
    for (String route : RIGHTS.keySet().stream().filter(r -> r.startsWith("GET")).toList()) {
      HttpResponse<String> answer = get(nobody, path(route));
      assertThat(answer.statusCode()).as(route).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("/anmelden"));
    }
  }

  @Test
  void theSchemaOfTheTownFileIsOpenToEverybody() throws Exception {
    HttpResponse<String> answer = get(HttpClient.newHttpClient(), "/formats/town-file.schema.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/schema+json");
    assertThat(answer.body()).contains("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void aReaderReadsAndChangesNothing() throws Exception {
    refusesWithout("reader", Right.READ);
  }

  @Test
  void anAdministratorIsNotAReaderByThat() throws Exception {
    refusesWithout("admin", Right.ADMINISTER);
  }

  private void refusesWithout(String name, Right only) throws Exception {
    long head = journal.read(TOWN).head();
    HttpClient client = signIn(name);
    for (Map.Entry<String, Right> route : RIGHTS.entrySet()) {
      if (route.getValue() == only) {
        continue;
      }
      HttpResponse<String> answer =
          route.getKey().startsWith("POST")
              ? post(client, path(route.getKey()), everyField(route.getKey()))
              : get(client, path(route.getKey()));
      assertThat(answer.statusCode()).as(route.getKey()).isEqualTo(403);
    }
    assertThat(journal.read(TOWN).head()).isEqualTo(head);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    HttpClient client = signIn("alone");
    HttpResponse<String> answer =
        send(client, "/anfragen", Map.of("nextWordDue", "", "form", "12345678"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void onePersonAloneReleasesOnlyWithAReason() throws Exception {
    HttpClient client = signIn("alone");
    HttpResponse<String> asked =
        post(client, "/anfragen", Map.of("nextWordDue", "", "form", RequestId.random().value()));
    String review = asked.headers().firstValue("Location").orElseThrow();

    HttpResponse<String> without =
        post(
            client,
            review + "/freigabe",
            Map.of("password", PASSWORD, "form", RequestId.random().value()));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(editions.live(TOWN)).isEmpty();

    HttpResponse<String> with =
        post(
            client,
            review + "/freigabe",
            Map.of(
                "password", PASSWORD, "alone", "Erste Stunde", "form", RequestId.random().value()));
    assertThat(with.statusCode()).isEqualTo(303);
    assertThat(editions.live(TOWN)).isPresent();
  }

  @Test
  void whoSavesLaterSeesWhatStandsThereNowAndLosesNothingTyped() throws Exception {
    HttpClient one = signIn("alone");
    HttpClient other = signIn("alone");
    post(one, "/wort/kopf/masthead", masthead("Das Rathaus ist offen."));

    HttpResponse<String> later =
        post(other, "/wort/kopf/masthead", masthead("Das Rathaus ist zu."));

    assertThat(later.statusCode()).isEqualTo(409);
    assertThat(later.body())
        .contains("value=\"Das Rathaus ist zu.\"")
        .contains("Jetzt steht da")
        .contains("Das Rathaus ist offen.");
  }

  @Test
  void theStartPageSaysThatThePublicPageDoesNotRunAndWhy() throws Exception {
    HttpClient client = signIn("reader");
    assertThat(get(client, "/").body()).doesNotContain("Die öffentliche Seite läuft nicht");

    hindrance = Optional.of(Refused.conflict("app.port-taken", "8080"));
    try {
      assertThat(get(client, "/").body())
          .contains("Die öffentliche Seite läuft nicht", "versucht es von selbst wieder")
          .contains("<p>Der Port 8080 für die öffentliche Seite ist belegt")
          .contains("--public-port NUMMER</p>");
    } finally {
      hindrance = Optional.empty();
    }
  }

  @Test
  void everyMistakeIsShownAtItsFieldWithWhatWasTyped() throws Exception {
    HttpResponse<String> answer =
        post(
            signIn("alone"),
            "/wort/meldungen/neu",
            Map.of(
                "title",
                "",
                "body",
                "Erster.\n\nZweiter.",
                "bodyEn",
                "First.",
                "seen",
                "0",
                "form",
                RequestId.random().value()));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#title\"")
        .contains("href=\"#bodyEn\"")
        .contains("Zweiter.");
  }

  @Test
  void aPreviewIsForTheStaffsOwnFrameAndNeverKept() throws Exception {
    HttpClient client = signIn("alone");
    String review =
        post(client, "/anfragen", Map.of("nextWordDue", "", "form", RequestId.random().value()))
            .headers()
            .firstValue("Location")
            .orElseThrow();

    HttpResponse<String> frame = get(client, review + "/vorschau?datei=kurz.txt");
    assertThat(frame.body()).contains("Vorschau: nicht öffentlich", "/vorschau/datei/kurz.txt");
    HttpResponse<String> page = get(client, review + "/vorschau/datei/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'self'");
    assertThat(get(client, review + "/vorschau/datei/nie.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void aJudgementWithoutAReasonIsShownAtItsSentenceWithWhatWasTyped() throws Exception {
    HttpClient client = signIn("alone");
    Map<String, String> half =
        Map.of("ground", "§ 31 VwVfG", "decider", " ", "form", RequestId.random().value());
    HttpResponse<String> promise = post(client, "/entwurf/zusagen/j-1", half);

    assertThat(promise.statusCode()).isEqualTo(422);
    assertThat(promise.body()).contains("href=\"#decider-j-1\"");
  }

  private static Map<String, String> masthead(String headline) {
    return Map.of(
        "headline", headline, "lead", "Satz.", "seen", "0", "form", RequestId.random().value());
  }

  private static Map<String, String> everyField(String route) {
    return Map.ofEntries(
        Map.entry("state", route.contains("/orte/") ? "CLOSED" : "UNKNOWN"),
        Map.entry("from", "2026-11-23"),
        Map.entry("seen", "0"),
        Map.entry("form", RequestId.random().value()),
        Map.entry("sentence", "Satz"),
        Map.entry("german", "Satz"),
        Map.entry("place", "UPDATES/neu/0"),
        Map.entry("sentenceEn", ""),
        Map.entry("reason", "Grund"),
        Map.entry("title", "Titel"),
        Map.entry("titleEn", ""),
        Map.entry("body", "Text"),
        Map.entry("bodyEn", ""),
        Map.entry("nextWordDue", ""),
        Map.entry("password", PASSWORD),
        Map.entry("why", "Grund"),
        Map.entry("signIn", "neu"),
        Map.entry("name", "Neu"),
        Map.entry("roles", "READER"));
  }

  /** A real path for the pattern; services have one state, systems another. */
  private static String path(String route) {
    return route
        .substring(route.indexOf(' ') + 1)
        .replace("{system}", "netz")
        .replace("{way}", "telefon")
        .replace("{office}", "rathaus")
        .replace("{day}", "2026-11-23")
        .replace("{service}", "wohnung-anmelden")
        .replace("{fallback}", "meldeschein-papier")
        .replace("{kind}", "meldungen")
        .replace("{partner}", "0a1b2c3d")
        .replace("{person}", "p-fremd")
        .replace("{file}", "plakat.pdf")
        .replace("{id}", "neu")
        .replace("{*path}", "index.html")
        .replace("{place}", "ansage")
        .replace("{number}", "1")
        .replace("{code}", "en")
        .replace("{key}", "j-0");
  }

  private static HttpClient signIn(String name) throws Exception {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpResponse<String> answer =
        post(client, "/anmelden", Map.of("name", name, "password", PASSWORD));
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).doesNotContain("anmelden"));
    return client;
  }

  private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Takes the token from the sign-out form or the sign-in page, as a browser would. */
  private static HttpResponse<String> post(
      HttpClient client, String path, Map<String, String> fields) throws Exception {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(get(client, "/anmelden").body());
    assertThat(token.find()).isTrue();
    Map<String, String> withToken = new TreeMap<>(fields);
    withToken.put("_csrf", token.group(1));
    return send(client, path, withToken);
  }

  private static HttpResponse<String> send(
      HttpClient client, String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
