package de.notbetrieb.publishing.place;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.access.Person;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.town.PreparedPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program does by itself at a place that somebody else has changed, and how often. */
class CourierTest {
  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final Courier.Pace PACE =
      new Courier.Pace(Duration.ofSeconds(3), LOOK, Duration.ofSeconds(30), Duration.ofMinutes(30));
  private static final String PLACE = "raum";

  @TempDir static Path data;
  private static PublishingWorld world;
  private static Places places;
  private static Person person;

  @TempDir Path space;
  private final ForwardClock clock = new ForwardClock();
  private FolderServer web;
  private Courier courier;

  @BeforeAll
  static void publish() {
    world = PublishingWorld.founded(data);
    world.say("neues", "Das Rathaus ist offen.");
    world.publish();
    places = new Places(world.journal, world.editions, data);
    person = world.person("allein");
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @BeforeEach
  void open() throws IOException {
    web = new FolderServer(space);
    courier = courier(PACE);
  }

  private Courier courier(Courier.Pace pace) {
    return new Courier(places, data, clock, pace, new Random(7));
  }

  @AfterEach
  void close() {
    courier.close();
    web.close();
    places.remove(TOWN, person, RequestId.random(), PLACE);
  }

  private void begin(Upload upload, Optional<String> secret) {
    Place place =
        new Place(
            PreparedPlace.Sort.UPLOAD,
            "Raum",
            "",
            Optional.of(web.address("seite/")),
            Optional.empty(),
            false);
    places.begin(TOWN, person, RequestId.random(), Map.of(PLACE, place));
    long seen = places.stored(TOWN, PLACE).entry();
    places.accesses().feedBy(TOWN, person, RequestId.random(), PLACE, upload, secret, seen);
  }

  private void beginInFolder() {
    Upload folder =
        new Upload(Upload.Way.FOLDER, space.resolve("seite").toString(), "", "", Optional.empty());
    begin(folder, Optional.empty());
    courier.round();
    assertThat(standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  private PlaceStatus.Standing standing() {
    return places.status(TOWN, PLACE).standing();
  }

  private Path page() {
    return space.resolve("seite/index.html");
  }

  private long mended() {
    return places.history(TOWN, PLACE).stream()
        .filter(event -> event.what() == PlaceEvent.What.MENDED)
        .count();
  }

  @Test
  void whatSomebodyChangedIsFoundAndPutRightWithoutAnybodyAsking() throws IOException {
    beginInFolder();
    String genuine = Files.readString(page());
    Files.writeString(page(), "Bitte überweisen Sie auf unser neues Konto.");
    courier.round();
    assertThat(standing()).as("not yet looked again").isEqualTo(PlaceStatus.Standing.CURRENT);

    clock.forward(LOOK.multipliedBy(2));
    courier.round();
    assertThat(standing()).isEqualTo(PlaceStatus.Standing.CONTRADICTS);
    courier.round();

    assertThat(page()).hasContent(genuine);
    PlaceStatus status = places.status(TOWN, PLACE);
    Finding changed = Finding.of(Finding.What.CHANGED_FILE, "index.html");
    assertThat(status.standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
    assertThat(status.findings()).isEmpty();
    assertThat(status.mended()).as("what was found stays on the board").containsExactly(changed);
    List<PlaceEvent> history = places.history(TOWN, PLACE);
    assertThat(history)
        .extracting(PlaceEvent::what)
        .containsSubsequence(
            PlaceEvent.What.SEEN_GENUINE,
            PlaceEvent.What.MENDED,
            PlaceEvent.What.SEEN_OTHER,
            PlaceEvent.What.SEEN_GENUINE,
            PlaceEvent.What.UPLOADED);
  }

  @Test
  void whatSomebodyTookAwayIsPutBack() throws IOException {
    beginInFolder();
    Files.delete(space.resolve("seite"));

    clock.forward(LOOK.multipliedBy(2));
    courier.round();
    assertThat(standing()).isEqualTo(PlaceStatus.Standing.EMPTY);
    courier.round();

    assertThat(standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
    assertThat(mended()).isEqualTo(1);
  }

  @Test
  void whatStaysWrongIsUploadedAgainMoreAndMoreRarely() {
    beginInFolder();
    web.keep("seite/index.html", "Der Zwischenspeicher zeigt noch die alte Seite.");
    clock.forward(LOOK.multipliedBy(2));
    courier.round();
    courier.round();
    assertThat(mended()).as("at once").isEqualTo(1);

    courier.round();
    clock.forward(Duration.ofMinutes(7));
    courier.round();
    courier.round();
    assertThat(mended()).as("not within ten minutes, give or take a fifth").isEqualTo(1);
    clock.forward(Duration.ofMinutes(6));
    courier.round();
    assertThat(mended()).isEqualTo(2);

    clock.forward(Duration.ofMinutes(15));
    courier.round();
    courier.round();
    assertThat(mended()).as("twice as long").isEqualTo(2);
    clock.forward(Duration.ofMinutes(10));
    courier.round();
    assertThat(mended()).isEqualTo(3);
    assertThat(standing()).isEqualTo(PlaceStatus.Standing.CONTRADICTS);
  }

  @Test
  void aWrongPasswordIsNotTriedUntilTheAccountIsLocked() {
    String there = web.address("dav/seite").toString();
    Upload upload = new Upload(Upload.Way.WEBDAV, there, "stadt", "", Optional.empty());
    begin(upload, Optional.of("falsch"));
    courier.round();
    assertThat(web.refused()).isEqualTo(1);
    assertThat(places.status(TOWN, PLACE).findings()).contains(Finding.of(Finding.What.SIGN_IN));

    for (int minute = 0; minute < 23; minute++) {
      clock.forward(Duration.ofMinutes(1));
      courier.round();
    }
    assertThat(web.refused()).as("half an hour, give or take a fifth").isEqualTo(1);
    clock.forward(Duration.ofMinutes(14));
    courier.round();
    assertThat(web.refused()).isEqualTo(2);

    long seen = places.stored(TOWN, PLACE).entry();
    places
        .accesses()
        .feedBy(
            TOWN, person, RequestId.random(), PLACE, upload, Optional.of("neu und falsch"), seen);
    courier.round();
    assertThat(web.refused()).as("at once when somebody has typed another").isEqualTo(3);
  }

  @Test
  void itLooksAndPutsRightByItselfOnItsOwnThread() throws IOException {
    beginInFolder();
    String genuine = Files.readString(page());
    Duration moment = Duration.ofMillis(50);
    try (Courier working = courier(new Courier.Pace(moment, moment, moment, moment))) {
      working.start();
      Files.writeString(page(), "Bitte überweisen Sie auf unser neues Konto.");

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> mended() > 0 && standing() == PlaceStatus.Standing.CURRENT);
    }
    assertThat(page()).hasContent(genuine);
  }
}
