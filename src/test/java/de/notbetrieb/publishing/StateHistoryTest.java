package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition says which states a service had in public, and since when. */
class StateHistoryTest {
  private static final ServiceState FIRST = ServiceState.AVAILABLE;

  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void publish() {
    world = PublishingWorld.founded(data);
    set(SystemState.UP);
    publish(NOW);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aChangedStateStandsInFrontAndAnUnchangedOneIsNoNews() {
    publish(NOW.plusHours(1));
    assertThat(history()).extracting(StateSince::since).containsExactly(NOW);
    ServiceState up = history().getFirst().state();

    set(SystemState.DOWN);
    publish(NOW.plusHours(2));
    assertThat(history()).extracting(StateSince::since).containsExactly(NOW.plusHours(2), NOW);
    assertThat(history().getFirst().state()).isNotEqualTo(up).isEqualTo(service().state());
  }

  @Test
  void whatIsSaidAgainKeepsWhatWasSaidSince() {
    set(SystemState.DOWN);
    publish(NOW.plusHours(1));
    Request again =
        world
            .editions
            .drafting()
            .again(TOWN, world.person("redaktion"), RequestId.random(), 1, NOW.plusHours(2));
    world.release(again);

    assertThat(history())
        .extracting(StateSince::since)
        .containsExactly(NOW.plusHours(2), NOW.plusHours(1), NOW);
    assertThat(history().getFirst().state()).isEqualTo(history().getLast().state());
  }

  @Test
  void ofTooManyStatesTheFirstAndTheNewestStay() {
    Optional<PublicService> service = Optional.of(service());
    OffsetDateTime last = NOW;
    for (int i = 1; i <= 200; i++) {
      last = NOW.plusHours(i);
      ServiceState next = i % 2 == 0 ? FIRST : ServiceState.UNAVAILABLE;
      List<StateSince> history = StateHistory.of(service, next, last);
      service = service.map(one -> one.with(history));
    }
    assertThat(service.orElseThrow().history())
        .hasSize(PublicService.MOST_STATES)
        .startsWith(new StateSince(FIRST, last))
        .endsWith(
            world.editions.live(TOWN).orElseThrow().services().getFirst().history().getLast());
  }

  @Test
  void aServiceWrittenBeforeThereWasAHistoryBeginsWithTheStateItHas() {
    String old = Json.write(service()).replaceFirst("\"history\":\\[[^]]*],", "");
    assertThat(old).doesNotContain("history");
    PublicService before = Json.read(old, PublicService.class);
    assertThat(before.history()).isEmpty();
    assertThat(StateHistory.of(Optional.of(before), ServiceState.UNAVAILABLE, NOW.plusHours(1)))
        .containsExactly(
            new StateSince(ServiceState.UNAVAILABLE, NOW.plusHours(1)),
            new StateSince(before.state(), before.asOf()));
  }

  private void set(SystemState state) {
    for (String id : List.of("netz", "melderegister", "telefonanlage")) {
      SystemStatus status =
          new SystemStatus(Slug.of(id), state, Optional.empty(), NOW, Optional.empty());
      world.journal.write(
          TOWN,
          Actor.PROGRAM,
          RequestId.random(),
          change -> change.put(SystemStatus.KIND, id, status));
    }
  }

  private void publish(OffsetDateTime asOf) {
    world.release(
        world
            .editions
            .drafting()
            .request(TOWN, world.person("redaktion"), RequestId.random(), asOf, Optional.empty()));
  }

  private PublicService service() {
    return world.editions.live(TOWN).orElseThrow().services().getFirst();
  }

  private List<StateSince> history() {
    return service().history();
  }
}
