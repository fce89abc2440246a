package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.access.Person;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.town.PreparedPlace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program is killed in the middle of an upload, when all of an edition lies beside and is not
 * yet what people read, in the middle of the switch, or before it hears that it is done. What stands
 * outside is never half new, and the next visit sends nothing again that is there.
 */
@Tag("long")
class KilledFeedTest {
  private static final String PLACE = "raum";

  @TempDir static Path servers;
  private static SshServer ssh;
  private static SshServer plainSsh;
  private static WebSpace web;
  private static Bucket bucket;

  @TempDir Path data;
  private EditionFixture town;

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
  void found() {
    town = new EditionFixture(data.resolve("towns"), "musterstadt");
  }

  private void seal(int number) {
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      pages.put("dienste/d" + i + "/index.html", ("Dienst in Ausgabe " + number).repeat(50));
    }
    pages.put("index.html", "Ausgabe " + number);
    town.seal(number, pages);
  }

  private int bring(Upload upload, Optional<String> secret) throws NotFed {
    Editions.Sealed sealed =
        new Editions.Sealed(
            town.store.highest(town.key.publicKey()).orElseThrow(), town.key.publicKey());
    Cargo cargo = new Cargo(sealed, () -> true, this::releases, Clock.systemUTC());
    return new Feeds(data).bring(upload, secret, cargo, false);
  }

  private Releasing releases() {
    return FeedsTest.releases(town.store, town.key.publicKey());
  }

  private Sighting look(Stand stand) {
    try (Fetch fetch = new Fetch(Duration.ofSeconds(20))) {
      ReadBack look =
          new ReadBack(fetch, town.town, town.key.publicKey(), releases(), EditionFixture.AS_OF);
      return stand.isBucket()
          ? look.bucket(stand.address(), "Stadt musterstadt", paths -> paths)
          : look.folder(stand.address(), paths -> paths);
    }
  }

  private void requireGenuine(Stand stand, int number) {
    Sighting sighting = look(stand);
    assertThat(sighting.findings()).isEmpty();
    assertThat(sighting.verdict()).isEqualTo(Sighting.Verdict.GENUINE);
    assertThat(sighting.edition()).contains(number);
  }

  /** Where people read. */
  private record Stand(URI address, boolean isBucket) {}

  private static Stand stand(String name) {
    return new Stand(web.address(name), false);
  }

  private static Upload webDav(int port, String name) {
    String location = "http://127.0.0.1:" + port + "/dav/" + name;
    return new Upload(Upload.Way.WEBDAV, location, WebSpace.ACCOUNT, "", Optional.empty());
  }

  private static Upload s3(int port, String name) {
    String location = "http://127.0.0.1:" + port + "/" + Bucket.NAME + "/" + name;
    return new Upload(Upload.Way.S3, location, "key", "", Optional.empty());
  }

  /** Which edition stands outside when the program is dead, and how many files are sent after it. */
  @ParameterizedTest
  @CsvSource({
    "WEBDAV, PUT, 5, HALF, 1, 11",
    "WEBDAV, MOVE, 2, AFTER, 2, 0",
    "S3, PUT, 5, HALF, 1, 11",
    "S3, PUT /[a-z]+/[^/]+/index.html, 1, BEFORE, 1, 1",
    "S3, PUT /[a-z]+/[^/]+/index.html, 1, AFTER, 2, 0",
  })
  void aWebServerHoldsOneWholeEditionAndGetsOnlyWhatItLacks(
      Upload.Way way, String request, int nth, KillingLine.At at, int stands, int sent)
      throws Exception {
    boolean isBucket = way == Upload.Way.S3;
    String name = way.name().toLowerCase(java.util.Locale.ROOT) + nth + at;
    Stand stand = isBucket ? new Stand(bucket.address(name), true) : stand(name);
    String secret = isBucket ? "secret" : WebSpace.PASSWORD;
    Upload upload = isBucket ? s3(bucket.port, name) : webDav(web.port, name);
    seal(1);
    bring(upload, Optional.of(secret));
    requireGenuine(stand, 1);
    seal(2);

    try (KillingLine line = new KillingLine(isBucket ? bucket.port : web.port, request, nth, at);
        Watcher watcher = new Watcher(stand.address(), isBucket)) {
      watcher.awaitWhole();
      Upload onTheLine = isBucket ? s3(line.port(), name) : webDav(line.port(), name);
      assertThat(line.run(FeedingProgram.bringing(data, "musterstadt", onTheLine, secret)))
          .as(() -> log(data))
          .isEqualTo(KillingLine.KILLED);
      requireGenuine(stand, stands);
      assertThat(bring(upload, Optional.of(secret))).isEqualTo(sent);
      requireGenuine(stand, 2);
      watcher.awaitWhole();
      watcher.requireNeverHalfNew();
    }
    assertThat(bring(upload, Optional.of(secret))).as("nothing to do").isZero();
  }

  @Test
  void theBoardSaysWhatWasSeenLastAndAfterTheNextVisitWhatStandsThere() throws Exception {
    Path hall = Files.createDirectories(data.resolve("rathaus"));
    // the first edition takes one step, the second two: killed between them
    try (KillingLine line = new KillingLine(web.port, "MOVE", 2, KillingLine.At.AFTER)) {
      try (PublishingWorld world = PublishingWorld.founded(hall)) {
        publish(world, 1);
        Places places = new Places(world.journal, world.editions, hall);
        begin(places, world.person("allein"), webDav(line.port(), "tafel"));
        PlaceStatus first = afterARound(places, hall);
        assertThat(first.findings()).isEmpty();
        assertThat(first.standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
        publish(world, 2);
      }
      assertThat(line.run(FeedingProgram.visiting(hall)))
          .as(() -> log(hall))
          .isEqualTo(KillingLine.KILLED);
      try (PublishingWorld world = new PublishingWorld(hall)) {
        Places places = new Places(world.journal, world.editions, hall);
        assertThat(web.folder.resolve("tafel")).doesNotExist();
        PlaceStatus dead = places.status(PublishingWorld.TOWN, PLACE);
        assertThat(dead.standing()).isEqualTo(PlaceStatus.Standing.BEHIND);
        assertThat(dead.carries()).contains(1);

        PlaceStatus next = afterARound(places, hall);
        assertThat(next.findings()).isEmpty();
        assertThat(next.standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
        assertThat(next.carries()).contains(2);
      }
    }
  }

  private static void publish(PublishingWorld world, int number) {
    world.say("neues-" + number, "Nachricht Nummer " + number + ".");
    assertThat(world.publish()).isEqualTo(number);
  }

  private static void begin(Places places, Person person, Upload upload) {
    Place place =
        new Place(
            PreparedPlace.Sort.UPLOAD,
            "Raum",
            "",
            Optional.of(web.address("tafel")),
            Optional.empty(),
            false);
    places.begin(PublishingWorld.TOWN, person, RequestId.random(), Map.of(PLACE, place));
    places
        .accesses()
        .feedBy(
            PublishingWorld.TOWN,
            person,
            RequestId.random(),
            PLACE,
            upload,
            Optional.of(WebSpace.PASSWORD),
            places.stored(PublishingWorld.TOWN, PLACE).entry());
  }

  private static PlaceStatus afterARound(Places places, Path data) {
    try (Courier courier =
        new Courier(places, data, Clock.systemUTC(), Courier.Pace.USUAL, new Random(7))) {
      courier.round();
    }
    return places.status(PublishingWorld.TOWN, PLACE);
  }

  @ParameterizedTest
  @CsvSource({"folder, 2", "sftp, 1", "plain, 2", "plain, 3"})
  void outsideStandsOneWholeEditionAndTheNextVisitOnlySwitches(String way, int step)
      throws Exception {
    String name = way + step;
    SshServer server = way.equals("plain") ? plainSsh : ssh;
    boolean isFolder = way.equals("folder");
    Upload upload =
        isFolder
            ? new Upload(
                Upload.Way.FOLDER, web.folder.resolve(name).toString(), "", "", Optional.empty())
            : new Upload(
                Upload.Way.SFTP,
                "sftp://127.0.0.1:" + server.port + web.folder + "/" + name,
                server.user(),
                "",
                Optional.of(server.fingerprint()));
    Optional<String> secret = isFolder ? Optional.empty() : Optional.of(server.userKey());
    Optional<Path> secretFile = isFolder ? Optional.empty() : Optional.of(server.userKeyFile());
    seal(1);
    bring(upload, secret);
    requireGenuine(stand(name), 1);
    seal(2);

    assertThat(HaltingFeed.run(town.towns, "musterstadt", upload, secretFile, step))
        .as(() -> log(town.towns))
        .isEqualTo(HaltingFeed.KILLED);

    if (way.equals("plain") && step == 3) {
      assertThat(look(stand(name)).verdict())
          .as("without links there is nothing for a moment, never a mixture")
          .isEqualTo(Sighting.Verdict.NOTHING);
    } else {
      requireGenuine(stand(name), 1);
    }
    assertThat(bring(upload, secret)).as("all of it lay there already").isZero();
    requireGenuine(stand(name), 2);
    try (Stream<Path> beside = Files.list(web.folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .filteredOn(one -> one.startsWith(name))
          .as("nothing is left over")
          .allMatch(one -> one.equals(name) || one.startsWith(name + ".ausgabe-2-"))
          .contains(name);
    }
  }

  private static String log(Path folder) {
    try {
      return Files.readString(folder.resolve("killed.log"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
