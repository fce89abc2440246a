package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edge.Edge;
import de.notbetrieb.edge.EdgeOptions;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Language;
import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.staff.StaffApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A new edition goes to an edge, a web space, a bucket, a ZIP, the tape and the old web site. One upload
 * breaks half-way, one place is changed from outside and put right without anybody asking. The board
 * tells the truth at each moment, and nothing outside is ever half new.
 */
@Tag("long")
class PlacesStoryTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Berlin"));
  private static final String GOOD = "Überall steht, was gilt.";

  /** How many came before does not matter, and each takes its time. */
  private static final int OLD = 2;

  private static final int NEW = 3;
  private static final String OLD_ONE = "Ausgabe " + OLD;
  private static final String NEW_ONE = "Ausgabe " + NEW;
  private static final String BEHIND = "Draußen steht " + OLD_ONE + ", neu ist " + NEW + ".";

  @TempDir Path data;
  @TempDir Path servers;
  private PublishingWorld world;
  private Courier courier;
  private ConfigurableApplicationContext staff;
  private StaffDesk desk;

  @BeforeEach
  void open() throws Exception {
    world = PublishingWorld.founded(data);
    for (int number = 1; number <= OLD; number++) {
      publish(number);
    }
    Places places = new Places(world.journal, world.editions, data);
    Courier.Pace pace =
        new Courier.Pace(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ZERO, Duration.ZERO);
    courier = new Courier(places, data, CLOCK, pace, new Random(7));
    staff =
        StaffApplication.start(
            new StaffApplication.Rooms(
                world.journal, world.people, world.editions, places, Purpose.REAL, CLOCK),
            StaffApplication.Listener.local(0));
    int port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) staff).getWebServer())
            .getPort();
    desk = StaffDesk.signedIn(port, "allein", PublishingWorld.PASSWORD);
  }

  @AfterEach
  void close() {
    courier.close();
    staff.close();
    world.close();
  }

  @Test
  void theBoardTellsTheTruthAtEachMoment() throws Exception {
    try (SshServer ssh = SshServer.start(servers.resolve("ssh"));
        WebSpace web = WebSpace.start(servers.resolve("web"));
        Bucket bucket = Bucket.start(servers);
        CutLine line = new CutLine(ssh.port);
        Edge edge =
            Edge.start(
                EdgeOptions.parse(
                    "--follow", world.towns.toString(), "--port", "0", "--host", "127.0.0.1"),
                InstantSource.system())) {
      tell(ssh, web, bucket, line, edge);
      noSecretLiesInTheDatabase(ssh);
    }
    assertThat(world.verified().damage()).isEmpty();
  }

  private void tell(SshServer ssh, WebSpace web, Bucket bucket, CutLine line, Edge edge)
      throws Exception {
    desk.addPlace("OWN_SITE", "Eigene Seite", "http://127.0.0.1:" + edge.port() + "/");
    String space = desk.addPlace("UPLOAD", "Webspeicher", web.address("site").toString());
    String store = desk.addPlace("UPLOAD", "Speicher", bucket.address("stadt").toString());
    String zip = desk.addPlace("UPLOAD", "ZIP", "http://127.0.0.1:" + web.port + "/notbetrieb.zip");
    String tape = desk.addPlace("TAPE", "Ansage", "");
    String old =
        desk.addPlace(
            "WEB_BLOCK", "Alte Website", "http://127.0.0.1:" + web.port + "/rathaus.html");
    String folder = "sftp://127.0.0.1:" + line.port() + web.folder + "/site";
    access(space, "SFTP", folder, ssh.user(), ssh.userKey());
    access(store, "S3", bucket.location("stadt"), "key", "ein-geheimnis-des-speichers");
    access(zip, "ZIP", web.folder + "/notbetrieb.zip", "", "");
    paste(web, OLD);
    courier.round();

    theServersFingerprintIsLookedAtFirst(ssh, space);
    assertThat(desk.row("Ansage")).contains("leer", "es gilt " + OLD_ONE);
    hang(tape, OLD);
    hang(old, OLD);
    courier.round();
    assertThat(desk.read("/stellen")).contains("Es gilt " + OLD_ONE + ".", GOOD);
    assertThat(desk.read("/")).doesNotContain("Hier hören die Menschen nicht");

    try (Watcher atSpace = new Watcher(web.address("site"), false);
        Watcher atStore = new Watcher(bucket.address("stadt"), true)) {
      atSpace.awaitWhole();
      atStore.awaitWhole();
      publish(NEW);
      awaitEdge(edge, NEW);
      anUploadBreaksHalfWay(line);
      somebodyChangesTheBucket(bucket, store, atStore);
      line.mend();
      desk.send("/stellen/" + space, "/stellen/" + space + "/nachsehen", Map.of());
      courier.round();
      assertThat(desk.row("Webspeicher")).contains("stimmt", NEW_ONE);
      assertThat(desk.row("Speicher"))
          .contains("stimmt", NEW_ONE, "Von selbst in Ordnung gebracht", "Verändert: ansage.txt");
      assertThat(desk.read("/stellen/" + store))
          .contains(
              "Was hier war", "Von selbst in Ordnung gebracht, dort ist " + NEW_ONE + ". Vorher:");
      atStore.forget();
      atSpace.awaitWhole();
      atStore.awaitWhole();
      atSpace.requireNeverHalfNew();
      atStore.requireNeverHalfNew();
    }
    hang(tape, NEW);
    paste(web, NEW);
    hang(old, NEW);
    courier.round();
    assertThat(desk.read("/stellen")).contains("Es gilt " + NEW_ONE + ".", GOOD);
    anAccountIsOfferedPostsInEachLanguage();
  }

  private void anAccountIsOfferedPostsInEachLanguage() throws Exception {
    String account = desk.addPlace("SOCIAL", "Konto", "");
    assertThat(desk.read("/stellen/" + account))
        .contains("Instagram: ", "English", "Das Rathaus ist offen", "The town hall is open");
    String screen = "/stellen/" + account + "/zugang";
    Map<String, String> access =
        Map.of(
            "way", "MASTODON",
            "location", "https://mastodon.example",
            "secret", "ein-token",
            "languages", "en");
    desk.send(screen, screen, access);
    assertThat(
            new Places(world.journal, world.editions, data)
                .stored(PublishingWorld.TOWN, account)
                .value()
                .upload()
                .orElseThrow()
                .languages())
        .containsExactly(Language.EN);
  }

  /** Our own page follows by itself, within a moment. */
  private static void awaitEdge(Edge edge, int number) {
    URI facts = URI.create("http://127.0.0.1:" + edge.port() + "/edition.json");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get(facts).contains("\"number\":" + number + ","));
  }

  private void theServersFingerprintIsLookedAtFirst(SshServer ssh, String space) throws Exception {
    assertThat(desk.row("Webspeicher")).contains("leer", ssh.fingerprint(), "noch niemand geprüft");
    desk.send(
        "/stellen/" + space,
        "/stellen/" + space + "/fingerabdruck",
        Map.of("fingerprint", ssh.fingerprint()));
  }

  private void anUploadBreaksHalfWay(CutLine line) throws Exception {
    line.cutAfter(100_000);
    courier.round();
    assertThat(desk.row("Webspeicher")).contains("veraltet", BEHIND, "brach ab");
    assertThat(desk.row("Ansage")).contains("veraltet", BEHIND);
    assertThat(desk.row("Alte Website")).contains("veraltet", BEHIND);
    for (String there : new String[] {"Eigene Seite", "Speicher", "ZIP"}) {
      assertThat(desk.row(there)).contains("stimmt", NEW_ONE);
    }
    assertThat(desk.read("/"))
        .contains("Hier hören die Menschen nicht, was gilt", "veraltet Webspeicher seit");
  }

  private void somebodyChangesTheBucket(Bucket bucket, String store, Watcher watcher)
      throws Exception {
    watcher.awaitWhole();
    watcher.requireNeverHalfNew();
    URI top = bucket.address("stadt");
    String page = get(top.resolve("index.html"));
    String folder = Pointer.folder(page.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    put(top.resolve(folder + "/ansage.txt"), "Bitte überweisen Sie auf unser neues Konto.");

    desk.send("/stellen/" + store, "/stellen/" + store + "/nachsehen", Map.of());
    courier.round();

    assertThat(desk.row("Speicher")).contains("widerspricht", "Verändert: ansage.txt");
    assertThat(desk.read("/")).contains("widerspricht Speicher");
  }

  private void publish(int number) {
    world.say("neues-" + number, "Nachricht Nummer " + number + " der Stadt.");
    assertThat(world.publish()).isEqualTo(number);
  }

  private void access(String place, String way, String location, String account, String secret)
      throws Exception {
    String screen = "/stellen/" + place + "/zugang";
    desk.send(
        screen,
        screen,
        Map.of("way", way, "location", location, "account", account, "secret", secret));
  }

  private void hang(String place, int number) throws Exception {
    desk.send(
        "/stellen/" + place,
        "/stellen/" + place + "/haengt",
        Map.of("edition", String.valueOf(number)));
  }

  /** As a content management system keeps it: without ids and styles, within its own page. */
  private void paste(WebSpace web, int number) throws Exception {
    String block =
        Files.readString(world.store.edition(number).resolve("cms.html"))
            .replaceAll(" (style|id|aria-labelledby)=\"[^\"]*\"", "")
            .replace("ü", "&uuml;");
    Files.writeString(
        web.folder.resolve("rathaus.html"),
        "<!doctype html><html><body><nav>Rathaus</nav>"
            + block
            + "<footer>1998</footer></body></html>");
  }

  private static String get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  private static void put(URI address, String words) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofString(words)).build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  private void noSecretLiesInTheDatabase(SshServer ssh) throws Exception {
    String line = ssh.userKey().lines().skip(1).findFirst().orElseThrow();
    for (String name : new String[] {"notbetrieb.db", "notbetrieb.db-wal"}) {
      Path file = data.resolve(name);
      if (Files.exists(file)) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(line)
            .doesNotContain("ein-geheimnis-des-speichers");
      }
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("places.key"))).hasSize(2);
  }
}
