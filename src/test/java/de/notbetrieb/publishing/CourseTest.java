package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicStand;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.edition.PublicStand.Change;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition remembers what each one before it changed. */
class CourseTest {
  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void found() {
    world = PublishingWorld.founded(data);
    world.publish();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void everyEditionAddsWhatItChangedAndAConfirmationNothing() {
    world.say("erste", "Etwas Neues");
    world.publish();
    world.confirm(RequestId.random());

    assertThat(course()).extracting(PublicStand::number).containsExactly(1, 2, 3);
    assertThat(course().getFirst().isUnchanged()).isTrue();
    assertThat(course().get(1).changes())
        .containsExactly(new Change(Area.UPDATES, Optional.of(Slug.of("erste")), true));
    assertThat(course().getLast().isUnchanged()).isTrue();
    assertThat(course().getLast().confirmedAt()).isEqualTo(NOW.plusHours(2));
  }

  @Test
  void theSealedFileHoldsTheCourseThatTheJournalHolds() {
    world.say("erste", "Etwas Neues");
    world.publish();
    String sealed = new String(world.store.read(2, world.store.key()).bytes("edition.json"));
    assertThat(sealed).isEqualTo(Json.write(live()));
    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void whatIsNoLongerThereIsCountedAndNotNamed() {
    world.say("weg", "Das verschwindet wieder");
    world.publish();
    world.journal.write(
        TOWN,
        de.notbetrieb.journal.Actor.PROGRAM,
        RequestId.random(),
        change -> change.remove(de.notbetrieb.newsroom.Update.KIND, "weg"));
    world.publish();

    assertThat(course().get(1).changes()).isEmpty();
    assertThat(course()).extracting(PublicStand::more).containsExactly(0, 1, 1);
    assertThat(Json.write(course())).doesNotContain("weg");
  }

  @Test
  void anEditionThatIsTakenBackDropsOutAndItsCorrectionTellsTheDifferenceToTheOneBefore() {
    world.say("geheim", "030 99999");
    world.publish();
    world.say("geheim", "Ohne Nummer");
    world.say("zweite", "Anderes");
    Request correction = world.request();
    world.withdraw(
        new Withdrawal.Order(
            2, "Private Nummer", Optional.of("030 99999"), Optional.of(correction.id())));

    assertThat(course()).extracting(PublicStand::number).containsExactly(1, 3);
    assertThat(course().getLast().changes())
        .containsExactly(
            new Change(Area.UPDATES, Optional.of(Slug.of("geheim")), true),
            new Change(Area.UPDATES, Optional.of(Slug.of("zweite")), true));
    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void aRequestThatWaitedWhileAnotherWentOutGetsTheCourseOfItsOwnPlace() {
    Request waiting = world.request();
    world.confirm(RequestId.random());
    assertThat(world.release(waiting)).isEqualTo(3);
    assertThat(course()).extracting(PublicStand::number).containsExactly(1, 2, 3);
  }

  private Edition live() {
    return world.editions.live(TOWN).orElseThrow();
  }

  private List<PublicStand> course() {
    return live().course();
  }
}
