package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Unchanged" is news: the same words, confirmed later, by one person if that was agreed. */
class ConfirmTest {
  private static final OffsetDateTime LATER = NOW.plusDays(1);

  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void publish() {
    world = PublishingWorld.founded(data);
    Request request = world.request();
    world.editions.release(
        TOWN,
        world.person("freigabe"),
        RequestId.random(),
        request.id(),
        PASSWORD,
        Optional.empty());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theSameWordsGoOutAgainConfirmedAndWithTheNextWord() {
    Edition before = world.editions.live(TOWN).orElseThrow();

    assertThat(confirm("freigabe", Optional.of("Niemand sonst im Haus"))).isEqualTo(2);

    Edition after = world.editions.live(TOWN).orElseThrow();
    assertThat(after.number()).isEqualTo(2);
    assertThat(after.asOf()).isEqualTo(before.asOf());
    assertThat(after.confirmedAt()).isEqualTo(LATER);
    assertThat(after.nextWordDue()).contains(LATER.plusDays(1));
    assertThat(after.services()).isEqualTo(before.services());
    assertThat(new FourEyes(world.journal).unseen(TOWN))
        .extracting(Release::number)
        .containsExactly(2);
  }

  @Test
  void theSameFormSentTwiceConfirmsOnceAndLeadsToTheSameEdition() {
    RequestId form = RequestId.random();

    assertThat(world.confirm(form)).isEqualTo(2);
    assertThat(world.confirm(form)).isEqualTo(2);

    assertThat(world.store.numbers()).containsExactly(1, 2);
    assertThat(world.editions.drafting().requests(TOWN)).hasSize(2);
  }

  @Test
  void oneAloneNeedsAReasonUnlessTwoHaveAgreedBefore() {
    assertThatThrownBy(() -> confirm("freigabe", Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("alone-needs");
    assertThat(world.store.numbers()).containsExactly(1);

    FourEyes eyes = new FourEyes(world.journal);
    eyes.decide(
        TOWN,
        world.person("freigabe"),
        RequestId.random(),
        List.of(StandingRelease.Difference.CONFIRMATION),
        Optional.empty(),
        0);
    assertThatThrownBy(() -> confirm("freigabe", Optional.empty())).isInstanceOf(Refused.class);
    eyes.agree(
        TOWN,
        world.person("allein"),
        RequestId.random(),
        eyes.standing(TOWN).orElseThrow().entry());

    assertThat(confirm("freigabe", Optional.empty())).isEqualTo(2);
    assertThat(eyes.unseen(TOWN)).isEmpty();
  }

  @Test
  void whoReleasedAloneDoesNotTakeTheSecondLook() {
    confirm("allein", Optional.of("Niemand sonst im Haus"));
    FourEyes eyes = new FourEyes(world.journal);

    assertThatThrownBy(() -> eyes.look(TOWN, world.person("allein"), RequestId.random(), 2, ""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("look-by-another");
    eyes.look(TOWN, world.person("freigabe"), RequestId.random(), 2, "Stimmt.");
    assertThat(eyes.unseen(TOWN)).isEmpty();
  }

  private int confirm(String who, Optional<String> alone) {
    return world.editions.confirm(
        TOWN,
        world.person(who),
        RequestId.random(),
        LATER,
        Optional.of(LATER.plusDays(1)),
        PASSWORD,
        alone);
  }
}
