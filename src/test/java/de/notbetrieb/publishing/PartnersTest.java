package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static de.notbetrieb.publishing.TownWithAPartner.LEAVES;
import static de.notbetrieb.publishing.TownWithAPartner.WHY;
import static de.notbetrieb.publishing.TownWithAPartner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partner towns that leave and come back. */
class PartnersTest {
  @TempDir Path data;
  private TownWithAPartner town;

  @BeforeEach
  void aTownWithAnEditionAndAPartner() {
    town = new TownWithAPartner(data);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aPartnerThatLeftStaysInTheListWithSinceWhenUntilWhenWhyAndByWhom() {
    town.end(RequestId.random());

    assertThat(town.partners.present(TOWN)).isEmpty();
    assertThat(town.partners.keyFile(TOWN)).isEmpty();
    assertThat(town.partners.all(TOWN))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.witness().isPresent()).isFalse();
              assertThat(one.since().by()).isEqualTo(town.world.person("freigabe").pseudonym());
              assertThat(one.witness().turns())
                  .singleElement()
                  .satisfies(
                      turn -> {
                        assertThat(turn.change()).isEqualTo(Witness.Change.ENDED);
                        assertThat(turn.reason()).contains(WHY);
                        assertThat(turn.by()).isEqualTo(town.world.person("allein").pseudonym());
                        assertThat(turn.when()).isAfterOrEqualTo(one.since().when());
                      });
            });
  }

  @Test
  void nothingIsAskedSignedOrTakenInFromOneThatLeftAndWhatWasPublishedStays() throws IOException {
    String earlier = town.ask();
    town.receive(town.nehren.answer(earlier));
    town.world.publish();
    String late = town.nehren.answer(town.ask());
    String published = Files.readString(town.world.store.edition(1).resolve(EditionLog.PROOF));
    town.end(RequestId.random());

    refused("witness-ended", town::ask);
    refused("witness-ended", () -> town.receive(late));
    refused("witness-ended", () -> town.receive(town.nehren.answer(earlier)));
    refused("witness-ended", () -> town.sign(town.nehren.request(0, LEAVES)));

    assertThat(town.world.store.edition(1).resolve(EditionLog.PROOF)).hasContent(published);
    assertThat(town.isSeen(1, town.nehren)).isTrue();
    assertThat(town.isSeen(2, town.nehren)).isFalse();
    assertThat(town.world.publish()).isEqualTo(3);
    assertThat(town.world.store.log().resolve(LogFiles.CHECKPOINT))
        .content(StandardCharsets.UTF_8)
        .doesNotContain(town.nehren.key().name());
    assertThat(town.world.verified().damage()).isEmpty();
  }

  @Test
  void aLineOfOneThatLeftKeepsOutTheOthersThatCameWithItUnlessItStoodThereBefore() {
    Neighbour aalen = Neighbour.called("aalen.example");
    town.know(aalen);
    String stood = town.nehren.answer(town.ask());
    town.receive(stood);
    town.world.publish();
    String late = town.nehren.answer(town.ask());
    town.end(RequestId.random());
    String good = aalen.answer(town.witnessing.ask(TOWN, 0));

    refused("witness-ended", () -> town.receive(good + late));
    assertThat(town.isSeen(2, aalen)).isFalse();

    town.receive(good + stood);
    assertThat(town.isSeen(2, aalen)).isTrue();
  }

  @Test
  void whoComesBackComesBackToTheSameEntryEvenWithAnotherKey() {
    town.sign(town.nehren.request(0, LEAVES.subList(0, 2)));
    town.end(RequestId.random());

    town.know(town.renewed);

    assertThat(town.partners.all(TOWN))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.witness().isPresent()).isTrue();
              assertThat(one.witness().key()).isEqualTo(town.renewed.key());
              assertThat(one.witness().head().size()).isEqualTo(2);
            });
    refused("witness-other-key", () -> town.know(town.nehren));
    town.know(town.renewed);
    assertThat(town.partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void theSameFormSentTwiceIsHandledOnce() {
    RequestId changed = RequestId.random();
    town.changeKey(changed);
    town.changeKey(changed);
    RequestId ended = RequestId.random();
    Partners.Order order =
        new Partners.Order(town.nehren.key().number(), town.renewed.key().number(), WHY, "reason");
    town.partners.end(TOWN, town.world.person("allein"), ended, order);
    town.partners.end(TOWN, town.world.person("allein"), ended, order);

    assertThat(town.partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void whoWasSlowerIsToldWhatChangedAndChangesNothing() {
    town.changeKey(RequestId.random());
    refused("witness-key-moved", () -> town.end(RequestId.random()));
    refused("witness-key-moved", () -> town.changeKey(RequestId.random()));
    town.partners.end(
        TOWN,
        town.world.person("freigabe"),
        RequestId.random(),
        new Partners.Order(town.nehren.key().number(), town.renewed.key().number(), WHY, "reason"));
    refused("witness-ended", () -> town.end(RequestId.random()));
    refused("witness-ended", () -> town.changeKey(RequestId.random()));
    assertThat(town.partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void whenOneEndsAPartnerAndAnotherTakesItsSignatureInEitherOneIsFirst() throws Exception {
    String line = town.nehren.answer(town.ask());
    Thread ending = Thread.startVirtualThread(() -> town.end(RequestId.random()));
    Optional<String> no = Optional.empty();
    try {
      town.receive(line);
    } catch (Refused refused) {
      no = Optional.of(refused.reason().key());
    }
    ending.join();

    assertThat(town.partners.present(TOWN)).isEmpty();
    assertThat(town.isSeen(1, town.nehren)).isEqualTo(no.isEmpty());
    assertThat(no.orElse("publishing.witness-ended")).isEqualTo("publishing.witness-ended");
    assertThat(town.world.journal.read(TOWN).all(Cosignature.KIND)).hasSize(no.isEmpty() ? 1 : 0);
  }

  @Test
  void whenOneEndsAPartnerWhileAnotherSignsForItEitherOneIsFirst() throws Exception {
    Thread ending = Thread.startVirtualThread(() -> town.end(RequestId.random()));
    Optional<String> no = Optional.empty();
    try {
      town.sign(town.nehren.request(0, LEAVES));
    } catch (Refused refused) {
      no = Optional.of(refused.reason().key());
    }
    ending.join();

    assertThat(town.partners.present(TOWN)).isEmpty();
    assertThat(no.orElse("publishing.witness-ended")).isEqualTo("publishing.witness-ended");
    assertThat(town.partners.all(TOWN).getFirst().ours().isEmpty()).isEqualTo(no.isPresent());
  }

  @Test
  void aPartnerThatWasWrittenDownBeforeThereWereTurnsIsOneOfNow() {
    Witness read = Json.read("{\"vkey\":\"" + town.nehren.key().vkey() + "\"}", Witness.class);

    assertThat(read.isPresent()).isTrue();
    assertThat(read.id()).isEqualTo(town.nehren.key().number());
    assertThat(read).isEqualTo(Witness.of(town.nehren.key()));
    town.world.journal.write(
        TOWN,
        town.world.person("allein").pseudonym(),
        RequestId.random(),
        change -> change.put(Witness.KIND, read.id(), read));
    town.end(RequestId.random());
    assertThat(town.partners.present(TOWN)).isEmpty();
  }
}
