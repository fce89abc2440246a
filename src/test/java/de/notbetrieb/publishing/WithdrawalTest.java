package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.journal.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalTest {
  private static final String PRIVATE = "07473 99 55 11";
  private static final Set<String> NOTE = Set.of("withdrawal.note", "withdrawal.note.minisig");

  @TempDir Path data;
  private PublishingWorld world;

  @BeforeEach
  void start() {
    world = PublishingWorld.founded(data);
    world.publish();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aWithdrawnEditionLeavesOnlyItsSignedNoteAndItsNumber() {
    world.withdraw(order(1, Optional.empty(), Optional.empty()));

    assertThat(world.store.files(1)).isEqualTo(NOTE);
    assertThat(world.store.withdrawal(1, world.store.key()).number()).isEqualTo(1);
    assertThat(world.editions.live(TOWN)).isEmpty();
    assertThat(world.publish()).isEqualTo(2);
    assertThat(world.verified()).isEqualTo(new StoreVerification(2, 1, List.of()));
  }

  @Test
  void everyEditionThatSaysTheSameWordsGoesInTheSameActAndItsCorrectionComes() {
    world.say("rueckruf", "Rufen Sie an: " + PRIVATE);
    world.publish();
    world.say("anderes", "Noch etwas.");
    world.publish();
    world.say("rueckruf", "Rufen Sie die Zentrale an.");
    Request correction = world.request();

    Withdrawal.Done done =
        world.withdraw(order(3, Optional.of(PRIVATE), Optional.of(correction.id())));

    assertThat(done).isEqualTo(new Withdrawal.Done(List.of(2, 3), Optional.of(4)));
    assertThat(world.editions.sealed(TOWN).map(Editions.Sealed::edition))
        .map(EditionPackage::number)
        .contains(4);
    assertThat(world.verified()).isEqualTo(new StoreVerification(4, 2, List.of()));
    assertThat(world.editions.published(TOWN))
        .extracting(Published::state)
        .containsExactly(
            Published.State.LIVE,
            Published.State.WITHDRAWN,
            Published.State.WITHDRAWN,
            Published.State.EARLIER);
  }

  @Test
  void aCorrectionThatStillSaysItIsRefusedAndNothingGoes() {
    world.say("rueckruf", "Rufen Sie an: " + PRIVATE);
    world.publish();
    Request correction = world.request();

    assertThatThrownBy(
            () -> world.withdraw(order(2, Optional.of(PRIVATE), Optional.of(correction.id()))))
        .hasMessageContaining("correction-says-it-too");
    assertThat(world.verified()).isEqualTo(new StoreVerification(2, 0, List.of()));
  }

  @Test
  void whatIsNotThereOrWithdrawnAlreadyIsRefused() {
    assertThatThrownBy(() -> world.withdraw(order(1, Optional.of(PRIVATE), Optional.empty())))
        .hasMessageContaining("words-not-there");
    assertThatThrownBy(() -> world.withdraw(order(7, Optional.empty(), Optional.empty())))
        .hasMessageContaining("no-edition");
    world.withdraw(order(1, Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> world.withdraw(order(1, Optional.empty(), Optional.empty())))
        .hasMessageContaining("withdrawn-already");
  }

  @Test
  void theReasonIsNeededAndDoesNotRepeatWhatMustGo() {
    assertThatThrownBy(() -> new Withdrawal.Order(1, " ", Optional.empty(), Optional.empty()))
        .hasMessageContaining("needs-reason");
    assertThatThrownBy(
            () ->
                new Withdrawal.Order(
                    1, "Nummer " + PRIVATE, Optional.of(PRIVATE), Optional.empty()))
        .hasMessageContaining("repeats-words");
  }

  @Test
  void onlyWhoMayWithdrawAndKnowsThePasswordDoes() {
    Withdrawal.Order order = order(1, Optional.empty(), Optional.empty());
    for (String nobody : List.of("lesen", "redaktion", "technik")) {
      assertThatThrownBy(
              () ->
                  world.editions.withdraw(
                      TOWN, world.person(nobody), RequestId.random(), order, PASSWORD, NOW))
          .hasMessageContaining("access.not-allowed");
    }
    assertThatThrownBy(
            () ->
                world.editions.withdraw(
                    TOWN, world.person("freigabe"), RequestId.random(), order, "falsch", NOW))
        .hasMessageContaining("wrong-password");
    assertThat(world.editions.live(TOWN)).isPresent();
  }

  @Test
  void aStartFinishesAWithdrawalThatWasCutOff() throws IOException {
    world.publish();
    Path away = data.resolve("away");
    Files.move(world.store.edition(1), away);
    world.withdraw(order(1, Optional.empty(), Optional.empty()));
    Files.move(away.resolve("index.html"), world.store.edition(1).resolve("index.html"));
    Files.delete(world.store.edition(1).resolve("withdrawal.note"));
    assertThat(world.verified().isClean()).isFalse();

    world.editions.recover(TOWN);

    assertThat(world.store.files(1)).isEqualTo(NOTE);
    assertThat(world.verified().isClean()).isTrue();
  }

  @Test
  void aWithdrawalThatFoundNoRoomOnTheDiskIsFinishedWithTheNextAct() throws IOException {
    world.publish();
    Path staging = data.resolve("towns").resolve(TOWN.value()).resolve("staging");
    Files.delete(staging);
    Files.writeString(staging, "no folder");
    assertThatThrownBy(() -> world.withdraw(order(1, Optional.empty(), Optional.empty())))
        .hasMessageContaining("not-taken-back");
    assertThat(world.store.files(1)).isNotEqualTo(NOTE);
    Files.delete(staging);

    world.say("danach", "Eine spätere Meldung.");
    world.publish();

    assertThat(world.store.files(1)).isEqualTo(NOTE);
    assertThat(world.verified().isClean()).isTrue();
  }

  @Test
  void goingBackSaysWhatAnEarlierEditionSaidUnderTheNextNumber() {
    world.say("irrtum", "Das war ein Irrtum.");
    world.publish();

    Request again =
        world
            .editions
            .drafting()
            .again(TOWN, world.person("redaktion"), RequestId.random(), 1, NOW);
    world.release(again);

    assertThat(world.editions.live(TOWN).orElseThrow().number()).isEqualTo(3);
    assertThat(world.editions.live(TOWN).orElseThrow().updates()).hasSize(1);
    assertThat(world.verified().isClean()).isTrue();
  }

  private static Withdrawal.Order order(
      int number, Optional<String> words, Optional<String> correction) {
    return new Withdrawal.Order(number, "private Nummer", words, correction);
  }
}
