package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.SystemState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held back stays as it was, is listed, and goes out when nobody holds it any more. */
class HoldingBackTest {
  @TempDir Path data;
  private PublishingWorld world;
  private Reviews reviews;

  @BeforeEach
  void publish() {
    world = PublishingWorld.founded(data);
    reviews = new Reviews(world.journal, world.editions);
    world.publish();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aNewUpdateStaysBehindWhileAnotherGoesOut() {
    world.say("eilt", "Das muss hinaus.");
    world.say("wartet", "Das wartet noch.");

    publishWithout("UPDATES/wartet");

    assertThat(updates()).contains("eilt").doesNotContain("wartet");
    assertThat(held()).containsExactly("UPDATES/wartet");
  }

  @Test
  void aServiceThatFellStaysAsItWasPublished() {
    world.set("netz", SystemState.DOWN);

    publishWithout("SERVICES/wohnung-anmelden");

    assertThat(live().services().getFirst().state()).isEqualTo(ServiceState.AVAILABLE);
    assertThat(held()).containsExactly("SERVICES/wohnung-anmelden");
  }

  @Test
  void anUpdateThatWasRemovedStaysAndFirstWordsStay() {
    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          change.remove(Update.KIND, "erste-meldung");
          change.put(
              Masthead.KIND,
              Masthead.ID,
              new Masthead(Text.of("Anders"), Text.of("Satz."), NOW, NOW, Optional.empty()));
        });
    Text before = live().headline();

    publishWithout("UPDATES/erste-meldung", "FIRST_WORDS/");

    assertThat(updates()).containsExactly("erste-meldung");
    assertThat(live().headline()).isEqualTo(before);
  }

  @Test
  void itGoesOutWithTheNextRequestThatDoesNotHoldIt() {
    world.say("wartet", "Das wartet noch.");
    publishWithout("UPDATES/wartet");

    world.publish();

    assertThat(updates()).contains("wartet");
    assertThat(held()).isEmpty();
  }

  @Test
  void itIsNoLaterChangeOfItsRequest() {
    world.say("wartet", "Das wartet noch.");

    assertThat(reviews.later(TOWN, ask("UPDATES/wartet"), NOW.plusHours(1)).items()).isEmpty();
  }

  @Test
  void aSentenceThatStaysBehindNeedsNoGroundYet() {
    world.say("fristen", "Alle Fristen werden verlängert.");

    publishWithout("UPDATES/fristen");

    assertThat(updates()).doesNotContain("fristen");
  }

  @Test
  void whatHasNotChangedCannotBeHeldBack() {
    ask("UPDATES/erste-meldung", "UPDATES/gibt-es-nicht");

    assertThat(held()).isEmpty();
    assertThat(world.journal.read(TOWN).all(HeldBack.KIND)).isEmpty();
  }

  private void publishWithout(String... held) {
    world.release(ask(held));
  }

  private Request ask(String... held) {
    return world
        .editions
        .drafting()
        .request(
            TOWN,
            world.person("redaktion"),
            RequestId.random(),
            NOW.plusMinutes(5),
            Optional.of(NOW.plusDays(1)),
            Set.of(held));
  }

  private Edition live() {
    return world.editions.live(TOWN).orElseThrow();
  }

  private java.util.List<String> updates() {
    return live().updates().stream().map(PublicUpdate::slug).map(Slug::value).toList();
  }

  private java.util.List<String> held() {
    return reviews.heldBack(TOWN, NOW.plusMinutes(5)).stream().map(Difference.Item::key).toList();
  }
}
