package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not happen, does not. */
class ReleaseTest {
  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void start() {
    world = PublishingWorld.founded(data);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void onlyAReleaserReleases() {
    Request request = world.request();

    for (String nobody : List.of("lesen", "redaktion", "technik")) {
      refused(request, nobody, PASSWORD, Optional.empty()).hasMessageContaining("not-allowed");
    }
    assertThat(world.store.numbers()).isEmpty();
  }

  @Test
  void oneAloneReleasesOnlyWithAReasonThatIsWrittenDown() {
    Request request =
        world
            .editions
            .drafting()
            .request(TOWN, world.person("allein"), RequestId.random(), NOW, Optional.empty());

    refused(request, "allein", PASSWORD, Optional.empty()).hasMessageContaining("alone-needs");
    refused(request, "allein", PASSWORD, Optional.of(" ")).hasMessageContaining("alone-needs");
    world.editions.release(
        TOWN,
        world.person("allein"),
        RequestId.random(),
        request.id(),
        PASSWORD,
        Optional.of("Erste Stunde, sonst niemand da"));
    assertThat(world.editions.published(TOWN).getFirst().alone())
        .contains("Erste Stunde, sonst niemand da");
  }

  @Test
  void aWrongPasswordOpensNoKey() {
    refused(world.request(), "freigabe", "falsch", Optional.empty())
        .hasMessageContaining("wrong-password");
    assertThat(world.store.numbers()).isEmpty();
  }

  @Test
  void aRequestIsStaleOnceAnotherEditionWasReleased() {
    Request early = world.request();
    world.say("neues", "Etwas anderes.");
    world.publish();

    refused(early, "freigabe", PASSWORD, Optional.empty()).hasMessageContaining("stale");
    assertThat(world.store.numbers()).containsExactly(1);
  }

  @Test
  void aRequestOutlivesAnEditionThatOnlyConfirmedWhatWasPublic() {
    world.publish();
    world.say("neues", "Etwas Neues.");
    Request request = world.request();

    assertThat(world.confirm(RequestId.random())).isEqualTo(2);

    assertThat(world.release(request)).isEqualTo(3);
    assertThat(world.editions.live(TOWN).orElseThrow().updates()).hasSize(2);
  }

  @Test
  void aRequestOutlivesAnEditionThatSaysTheSameAsItself() {
    world.publish();
    world.say("neues", "Etwas Neues.");
    Request early =
        world
            .editions
            .drafting()
            .request(
                TOWN,
                world.person("redaktion"),
                RequestId.random(),
                NOW.minusHours(1),
                Optional.empty());
    assertThat(world.publish()).isEqualTo(2);

    assertThat(world.release(early)).isEqualTo(3);
  }

  @Test
  void aRequestThatWouldTakeBackWhatWasSaidSinceIsStaleHoweverOftenThatWasConfirmed() {
    world.publish();
    Request early = world.request();
    world.say("neues", "Etwas Neues.");
    world.publish();
    world.confirm(RequestId.random());

    refused(early, "freigabe", PASSWORD, Optional.empty()).hasMessageContaining("stale");
  }

  @Test
  void theSameFormSentTwiceReleasesOnceAndLeadsToTheSameEdition() {
    Request request = world.request();
    RequestId form = RequestId.random();

    for (int i = 0; i < 2; i++) {
      assertThat(release(request, form)).isEqualTo(1);
    }
    assertThat(world.store.numbers()).containsExactly(1);
  }

  @Test
  void theSameFormSentTwiceAsksOnce() {
    RequestId form = RequestId.random();

    Request first = ask(form);
    assertThat(ask(form)).isEqualTo(first);
    assertThat(world.editions.drafting().requests(TOWN)).containsExactly(first);
  }

  private Request ask(RequestId form) {
    return world
        .editions
        .drafting()
        .request(TOWN, world.person("redaktion"), form, NOW, Optional.empty());
  }

  @Test
  void whatIsWrittenAfterTheRequestWaitsForTheNextEdition() {
    Request frozen = world.request();
    world.say("spaeter", "Später geschrieben.");

    world.release(frozen);

    assertThat(world.editions.live(TOWN).orElseThrow().updates()).hasSize(1);
    assertThat(world.editions.drafting().draft(TOWN, NOW, Optional.empty()).updates()).hasSize(2);
  }

  @Test
  void aDecidedRequestIsNotReleasedAgain() {
    Request request = world.request();
    world.release(request);
    refused(request, "freigabe", PASSWORD, Optional.empty()).hasMessageContaining("not-open");

    Request returned = world.request();
    world
        .editions
        .drafting()
        .giveBack(
            TOWN, world.person("freigabe"), RequestId.random(), returned.id(), "Bitte kürzer");
    refused(returned, "freigabe", PASSWORD, Optional.empty()).hasMessageContaining("not-open");
  }

  @Test
  void whenNothingCanBeWrittenNothingIsReleasedAndTheRequestStillWaits() throws IOException {
    Path staging = data.resolve("towns").resolve(TOWN.value()).resolve("staging");
    Request request = world.request();
    Files.deleteIfExists(staging);
    Files.writeString(staging, "no folder");

    refused(request, "freigabe", PASSWORD, Optional.empty()).hasMessageContaining("unwritable");
    assertThat(world.editions.live(TOWN)).isEmpty();
    Files.delete(staging);

    assertThat(release(request, RequestId.random())).isEqualTo(1);
    assertThat(world.store.numbers()).containsExactly(1);
  }

  @Test
  void anEditionThatIsReleasedAndCouldNotBePlacedIsPlacedWhenTheFormIsSentAgain()
      throws IOException {
    Request request = world.request();
    Path log = blockedLog();
    RequestId form = RequestId.random();

    assertThatThrownBy(() -> release(request, form)).hasMessageContaining("not-placed");
    assertThat(world.store.numbers()).isEmpty();
    Files.delete(log);

    assertThat(release(request, form)).isEqualTo(1);
    assertThat(world.store.numbers()).containsExactly(1);
  }

  @Test
  void theNextReleaseFirstPlacesTheEditionThatCouldNotBePlaced() throws IOException {
    Request first = world.request();
    Path log = blockedLog();

    assertThatThrownBy(() -> release(first, RequestId.random())).hasMessageContaining("not-placed");
    Request second = world.request();
    assertThatThrownBy(() -> release(second, RequestId.random()))
        .hasMessageContaining("not-caught-up");
    Files.delete(log);

    assertThat(release(second, RequestId.random())).isEqualTo(2);
    assertThat(world.store.numbers()).containsExactly(1, 2);
  }

  /** A file where the folder of the log must be: the release is committed before that shows. */
  private Path blockedLog() throws IOException {
    Path log = data.resolve("towns").resolve(TOWN.value()).resolve("log");
    Files.createDirectories(log.resolveSibling("."));
    return Files.writeString(log, "no folder");
  }

  private int release(Request request, RequestId form) {
    return world.editions.release(
        TOWN, world.person("freigabe"), form, request.id(), PASSWORD, Optional.empty());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      Request request, String who, String password, Optional<String> alone) {
    return assertThatThrownBy(
            () ->
                world.editions.release(
                    TOWN, world.person(who), RequestId.random(), request.id(), password, alone))
        .isInstanceOf(Refused.class);
  }
}
