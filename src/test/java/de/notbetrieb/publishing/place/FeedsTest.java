package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.publishing.Editions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Editions are brought to other people's servers, broken off on the way, and read by somebody all
 * the time.
 */
@Tag("long")
class FeedsTest {
  private static final int PAGES = 40;
  private static final String PLAIN = "sftp-ohne-verweise";

  @TempDir static Path servers;
  private static SshServer ssh;
  private static SshServer plainSsh;
  private static WebSpace web;
  private static Bucket bucket;

  @TempDir Path data;
  private EditionFixture town;
  private Feeds feeds;

  @BeforeAll
  static void start() throws Exception {
    bucket = Bucket.start(servers);
    ssh = SshServer.start(servers.resolve("ssh"));
    plainSsh = SshServer.withoutLinks(servers.resolve("plain"));
    web = WebSpace.start(servers);
  }

  @AfterAll
  static void stop() {
    ssh.close();
    plainSsh.close();
    web.close();
    bucket.close();
  }

  @BeforeEach
  void sealTheFirst() {
    town = new EditionFixture(data.resolve("towns"), "musterstadt");
    feeds = new Feeds(data);
    seal(1);
  }

  /** Half of the pages say something else in every edition. */
  private void seal(int number) {
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < PAGES; i++) {
      String words = "Dienst " + i + (i % 2 == 0 ? " in Ausgabe " + number : "") + ".\n";
      pages.put("dienste/d" + i + "/index.html", words.repeat(200));
    }
    pages.put("index.html", "Ausgabe " + number);
    pages.put("ansage.txt", "Das Rathaus ist offen.");
    town.seal(number, pages);
  }

  /** A way to feed, its line, and where residents read. */
  record Way(String name, Upload upload, Optional<String> secret, int port, URI address) {
    boolean isBucket() {
      return upload.way() == Upload.Way.S3;
    }

    Way through(int other) {
      String moved = upload.location().replace(":" + port + "/", ":" + other + "/");
      return new Way(
          name,
          new Upload(upload.way(), moved, upload.account(), upload.region(), upload.hostKey()),
          secret,
          other,
          address);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Way sftp(SshServer server, String name) throws Exception {
    Upload upload =
        new Upload(
            Upload.Way.SFTP,
            "sftp://127.0.0.1:" + server.port + web.folder + "/" + name,
            server.user(),
            "",
            Optional.of(server.fingerprint()));
    return new Way(name, upload, Optional.of(server.userKey()), server.port, web.address(name));
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  static Stream<Way> byNetwork() throws Exception {
    String number = "-" + COUNT.incrementAndGet();
    return Stream.of(
        sftp(ssh, "sftp" + number),
        sftp(plainSsh, PLAIN + number),
        new Way(
            "webdav" + number,
            new Upload(
                Upload.Way.WEBDAV,
                web.davLocation("webdav" + number),
                WebSpace.ACCOUNT,
                "",
                Optional.empty()),
            Optional.of(WebSpace.PASSWORD),
            web.port,
            web.address("webdav" + number)),
        new Way(
            "s3" + number,
            new Upload(Upload.Way.S3, bucket.location("s3" + number), "key", "", Optional.empty()),
            Optional.of("secret"),
            bucket.port,
            bucket.address("s3" + number)));
  }

  private Cargo cargo() {
    Minisign.PublicKey key = town.key.publicKey();
    return new Cargo(
        new Editions.Sealed(town.store.highest(key).orElseThrow(), key),
        () -> true,
        this::releases,
        Clock.systemUTC());
  }

  private Releasing releases() {
    return releases(town.store, town.key.publicKey());
  }

  /** What the journal would know of a store of which nothing was taken back. */
  static Releasing releases(EditionStore store, Minisign.PublicKey key) {
    TreeMap<Integer, Releasing.One> all = new TreeMap<>();
    for (int number : store.numbers()) {
      String sums = store.read(number, key).sums().sha256();
      all.put(number, new Releasing.One(new Sha256(sums), false, EditionFixture.AS_OF));
    }
    return new Releasing(all);
  }

  private int bring(Way way) throws NotFed {
    return feeds.bring(way.upload(), way.secret(), cargo(), false);
  }

  private Sighting look(Way way) {
    try (Fetch fetch = new Fetch(Duration.ofSeconds(20))) {
      ReadBack look =
          new ReadBack(fetch, town.town, town.key.publicKey(), releases(), EditionFixture.AS_OF);
      return way.isBucket()
          ? look.bucket(way.address(), "Stadt musterstadt", paths -> paths)
          : look.folder(way.address(), paths -> paths);
    }
  }

  private void requireGenuine(Way way, int number) {
    Sighting sighting = look(way);
    assertThat(sighting.findings()).isEmpty();
    assertThat(sighting.verdict()).isEqualTo(Sighting.Verdict.GENUINE);
    assertThat(sighting.edition()).contains(number);
    assertThat(sighting.files()).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("byNetwork")
  void anEditionArrivesIsReadBackAndTheNextSendsOnlyWhatChanged(Way way) throws Exception {
    int first = bring(way);
    requireGenuine(way, 1);
    assertThat(bring(way)).as("nothing to do").isZero();

    seal(2);
    int second = bring(way);

    requireGenuine(way, 2);
    if (way.name().startsWith(PLAIN)) {
      assertThat(second).as("this server can neither link nor copy").isEqualTo(first);
    } else {
      assertThat(second).isPositive().isLessThan(first);
    }
  }

  @ParameterizedTest
  @MethodSource("byNetwork")
  void aLineThatBreaksLeavesTheOldEditionAndTheNextRunGoesOn(Way way) throws Exception {
    int first = bring(way);
    seal(2);
    try (CutLine line = new CutLine(way.port());
        Watcher watcher = new Watcher(way.address(), way.isBucket())) {
      Way cut = way.through(line.port());
      watcher.awaitWhole();
      line.cutAfter(60_000);
      assertThatThrownBy(() -> bring(cut)).isInstanceOf(NotFed.class);
      requireGenuine(way, 1);

      line.mend();
      int rest = bring(cut);
      requireGenuine(way, 2);
      assertThat(rest).as("what was there already is not sent again").isLessThan(first);
      watcher.awaitWhole();
      watcher.requireNeverHalfNew();
    }
  }

  @Test
  void whatWasSetAsideIsShownAgainWhileTheNextEditionIsOnItsWay() throws Exception {
    Way way = byNetwork().filter(one -> one.name().startsWith("webdav")).findFirst().orElseThrow();
    bring(way);
    Files.move(web.folder.resolve(way.name()), web.folder.resolve(way.name() + ".vorher"));
    assertThat(look(way).verdict()).as("killed there").isEqualTo(Sighting.Verdict.NOTHING);
    seal(2);

    try (CutLine line = new CutLine(way.port())) {
      line.cutAfter(20_000);
      assertThatThrownBy(() -> bring(way.through(line.port()))).isInstanceOf(NotFed.class);
    }
    requireGenuine(way, 1);

    bring(way);
    requireGenuine(way, 2);
  }

  @Test
  void aBucketKeepsTheEditionBeforeForThoseWhoAreStillReadingIt() throws Exception {
    Way way = byNetwork().filter(Way::isBucket).findFirst().orElseThrow();
    bring(way);
    URI old = way.address().resolve("ausgabe-" + cargo().name() + "/index.html");
    seal(2);
    bring(way);
    assertThat(bring(way)).as("it was killed and does not know that it is done").isZero();
    try (Fetch fetch = new Fetch(Duration.ofSeconds(20))) {
      assertThat(fetch.get(old)).isInstanceOf(Fetch.Answer.Got.class);
      seal(3);
      bring(way);
      assertThat(fetch.get(old)).as("two are enough").isInstanceOf(Fetch.Answer.Not.class);
    }
    requireGenuine(way, 3);
  }

  @Test
  void aBucketIsTidiedOfWhatThisTownHasBroughtAndOfNothingElse() throws Exception {
    Way way = byNetwork().filter(Way::isBucket).findFirst().orElseThrow();
    List<URI> foreign =
        Stream.of(
                "ausgabe-2019.pdf",
                "ausgabe-alt/index.html",
                "ausgabe-1-0badc0de/index.html",
                "ausgabe-1-0badc0de/SHA256SUMS",
                "ausgabe-9-" + cargo().name().substring(2) + "/index.html")
            .map(way.address()::resolve)
            .toList();
    for (URI one : foreign) {
      put(one);
    }
    URI first = way.address().resolve("ausgabe-" + cargo().name() + "/index.html");
    bring(way);
    seal(2);
    URI givenUp = way.address().resolve("ausgabe-" + cargo().name() + "/index.html");
    put(givenUp);
    seal(3);
    bring(way);
    try (Fetch fetch = new Fetch(Duration.ofSeconds(20))) {
      assertThat(fetch.get(givenUp)).as("never complete").isInstanceOf(Fetch.Answer.Not.class);
      assertThat(fetch.get(first)).as("still read").isInstanceOf(Fetch.Answer.Got.class);
      seal(4);
      bring(way);
      assertThat(fetch.get(first)).isInstanceOf(Fetch.Answer.Not.class);
      for (URI one : foreign) {
        assertThat(fetch.get(one)).as(one.toString()).isInstanceOf(Fetch.Answer.Got.class);
      }
    }
    requireGenuine(way, 4);
  }

  /** Somebody lays something into the bucket. */
  private static void put(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.BodyPublisher words = HttpRequest.BodyPublishers.ofString("Von jemandem.");
      HttpRequest request = HttpRequest.newBuilder(address).PUT(words).build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aServerUnderAnotherKeyGetsNothing() throws Exception {
    try (SshServer server = SshServer.start(data.resolve("server"))) {
      Way way = sftp(server, "pinned");
      bring(way);
      String before = server.fingerprint();
      server.changeHostKey();
      seal(2);

      assertThatThrownBy(() -> bring(way))
          .isInstanceOfSatisfying(
              NotFed.class,
              e -> {
                assertThat(e.why().what()).isEqualTo(Finding.What.HOST_KEY_CHANGED);
                assertThat(e.why().arguments()).contains(before);
              });
      requireGenuine(way, 1);
    }
  }

  @Test
  void aKeyThatNobodyHasLookedAtIsShownAndNotTrusted() throws Exception {
    Way way = sftp(ssh, "unseen");
    Upload unseen =
        new Upload(
            Upload.Way.SFTP, way.upload().location(), way.upload().account(), "", Optional.empty());

    assertThatThrownBy(() -> feeds.bring(unseen, way.secret(), cargo(), false))
        .isInstanceOfSatisfying(
            NotFed.class,
            e -> {
              assertThat(e.why().what()).isEqualTo(Finding.What.HOST_KEY_UNKNOWN);
              assertThat(e.why().arguments()).containsExactly(fingerprint());
            });
    assertThat(web.folder.resolve("unseen")).doesNotExist();
  }

  private static String fingerprint() {
    try {
      return ssh.fingerprint();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWrongKeyOrPasswordIsSaidAsSuch() throws Exception {
    for (Way way : byNetwork().filter(one -> !one.isBucket()).toList()) {
      String wrong =
          way.upload().way() == Upload.Way.SFTP ? "not the password" : "falsches kennwort";
      assertThatThrownBy(() -> feeds.bring(way.upload(), Optional.of(wrong), cargo(), false))
          .as(way.name())
          .isInstanceOfSatisfying(
              NotFed.class, e -> assertThat(e.why().what()).isEqualTo(Finding.What.SIGN_IN));
    }
  }

  @Test
  void aPasswordIsEnoughAndAWrongOneIsSaidOnce() throws Exception {
    try (SshServer server = SshServer.withPassword(data.resolve("server"))) {
      Way key = sftp(server, "kennwort");
      Way way =
          new Way("kennwort", key.upload(), Optional.of(SshServer.PASSWORD), 0, key.address());
      bring(way);
      requireGenuine(way, 1);

      seal(2);
      assertThatThrownBy(() -> feeds.bring(way.upload(), Optional.of("falsch"), cargo(), false))
          .isInstanceOfSatisfying(
              NotFed.class, e -> assertThat(e.why().what()).isEqualTo(Finding.What.SIGN_IN));
      assertThat(server.refusedPasswords())
          .as("a server that counts must not lock the account")
          .isEqualTo(1);
      requireGenuine(way, 1);
    }
  }

  @Test
  void aFolderThatOthersFilledIsLeftToThem() throws Exception {
    Path site = Files.createDirectories(web.folder.resolve("altes-rathaus"));
    Files.writeString(site.resolve("index.html"), "<h1>Willkommen</h1>");

    for (Way way : List.of(sftp(ssh, "altes-rathaus"), sftp(plainSsh, "altes-rathaus"))) {
      assertThatThrownBy(() -> bring(way))
          .isInstanceOfSatisfying(
              NotFed.class, e -> assertThat(e.why().what()).isEqualTo(Finding.What.NOT_OURS));
    }
    assertThat(site.resolve("index.html")).hasContent("<h1>Willkommen</h1>");
  }

  @Test
  void whatSomebodyChangedThereIsSentAnew() throws Exception {
    Way way = sftp(ssh, "tampered");
    bring(way);
    Path tape = web.folder.resolve("tampered/ansage.txt");
    Files.writeString(tape, Files.readString(tape).replace("Rathaus", "Kaufhaus"));
    assertThat(look(way).findings())
        .containsExactly(Finding.of(Finding.What.CHANGED_FILE, "ansage.txt"));

    feeds.bring(way.upload(), way.secret(), cargo(), true);

    requireGenuine(way, 1);
  }
}
