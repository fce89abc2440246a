package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.Witnesses;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partner towns that leave, come back, and go on with another key. */
class PartnersTest {
  private static final String WHY = "Die Stadt hat ihr Programm abgeschaltet.";
  private static final List<Sha256> LEAVES =
      List.of(Sha256.of("1"), Sha256.of("2"), Sha256.of("3"));

  @TempDir Path data;
  private final Neighbour nehren = Neighbour.called("nehren.example");
  private final Neighbour renewed = nehren.withNewKey();
  private PublishingWorld world;
  private Witnessing witnessing;
  private Partners partners;

  @BeforeEach
  void aTownWithAnEditionAndAPartner() {
    world = PublishingWorld.founded(data);
    world.publish();
    witnessing = world.editions.witnessing();
    partners = world.editions.partners();
    know(nehren);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void know(Neighbour one) {
    partners.know(TOWN, world.person("freigabe"), RequestId.random(), one.key().vkey());
  }

  private void end(RequestId form) {
    partners.end(TOWN, world.person("allein"), form, order(WHY));
  }

  private void changeKey(RequestId form) {
    partners.changeKey(
        TOWN, world.person("allein"), form, order("Ein Rechner war weg."), renewed.key().vkey());
  }

  /** As a page shows it that was opened before anything happened. */
  private Partners.Order order(String why) {
    return new Partners.Order(nehren.key().number(), nehren.key().number(), why, "reason");
  }

  private String ask() {
    return witnessing.ask(TOWN, partners.all(TOWN).stream().map(Partner::witness).findFirst());
  }

  private void receive(String lines) {
    witnessing.receive(TOWN, world.person("freigabe"), RequestId.random(), lines);
  }

  private void sign(String request) {
    witnessing.sign(TOWN, world.person("freigabe"), RequestId.random(), request, PASSWORD, NOW);
  }

  private static void refused(String why, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason().key()).isEqualTo("publishing." + why));
  }

  private Note proof(int edition) {
    return EditionLog.checkpointOf(world.store.edition(edition), world.store.key()).orElseThrow();
  }

  private boolean isSeen(int edition, Neighbour by) {
    return new Witnesses(List.of(by.key().asWitness()), 1).areEnough(proof(edition));
  }

  @Test
  void aPartnerThatLeftStaysInTheListWithSinceWhenUntilWhenWhyAndByWhom() {
    end(RequestId.random());

    assertThat(partners.present(TOWN)).isEmpty();
    assertThat(partners.keyFile(TOWN)).isEmpty();
    assertThat(partners.all(TOWN))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.witness().isPresent()).isFalse();
              assertThat(one.since().by()).isEqualTo(world.person("freigabe").pseudonym());
              assertThat(one.witness().turns())
                  .singleElement()
                  .satisfies(
                      turn -> {
                        assertThat(turn.change()).isEqualTo(Witness.Change.ENDED);
                        assertThat(turn.reason()).contains(WHY);
                        assertThat(turn.by()).isEqualTo(world.person("allein").pseudonym());
                        assertThat(turn.when()).isAfterOrEqualTo(one.since().when());
                      });
            });
  }

  @Test
  void nothingIsAskedSignedOrTakenInFromOneThatLeftAndWhatWasPublishedStays() throws IOException {
    String earlier = ask();
    receive(nehren.answer(earlier));
    world.publish();
    String late = nehren.answer(ask());
    String published = Files.readString(world.store.edition(1).resolve(EditionLog.PROOF));
    end(RequestId.random());

    refused("witness-ended", this::ask);
    refused("witness-ended", () -> receive(late));
    refused("witness-ended", () -> receive(nehren.answer(earlier)));
    refused("witness-ended", () -> sign(nehren.request(0, LEAVES)));

    assertThat(world.store.edition(1).resolve(EditionLog.PROOF)).hasContent(published);
    assertThat(isSeen(1, nehren)).isTrue();
    assertThat(isSeen(2, nehren)).isFalse();
    assertThat(world.publish()).isEqualTo(3);
    assertThat(world.store.log().resolve(LogFiles.CHECKPOINT))
        .content(StandardCharsets.UTF_8)
        .doesNotContain(nehren.key().name());
    assertThat(world.verified().damage()).isEmpty();
  }

  @Test
  void aLineOfOneThatLeftKeepsOutTheOthersThatCameWithItUnlessItStoodThereBefore() {
    Neighbour aalen = Neighbour.called("aalen.example");
    know(aalen);
    String stood = nehren.answer(ask());
    receive(stood);
    world.publish();
    String late = nehren.answer(ask());
    end(RequestId.random());
    String good = aalen.answer(witnessing.ask(TOWN, 0));

    refused("witness-ended", () -> receive(good + late));
    assertThat(isSeen(2, aalen)).isFalse();

    receive(good + stood);
    assertThat(isSeen(2, aalen)).isTrue();
  }

  @Test
  void afterItsKeyChangedAPartnerIsStillOneEntryAndOnlyTheNewKeyCounts() {
    receive(nehren.answer(ask()));
    sign(nehren.request(0, LEAVES.subList(0, 2)));
    world.publish();
    changeKey(RequestId.random());

    assertThat(partners.keyFile(TOWN)).isEqualTo(renewed.key().vkey() + "\n");
    Partner one = partners.of(TOWN, nehren.key().number());
    assertThat(one.witness().keys()).containsExactly(nehren.key(), renewed.key());
    assertThat(one.theirs().orElseThrow().upTo()).isEqualTo(1);
    assertThat(ask()).startsWith("old 1\n");

    refused("witness-former", () -> receive(nehren.answer(ask())));
    refused("witness-former", () -> sign(nehren.request(2, LEAVES)));
    receive(renewed.answer(ask()));
    assertThat(isSeen(1, nehren)).isTrue();
    assertThat(isSeen(2, nehren)).isFalse();
    assertThat(isSeen(2, renewed)).isTrue();
  }

  @Test
  void whatWeSawOfALogBindsItUnderItsNewKeyToo() {
    sign(nehren.request(0, LEAVES.subList(0, 2)));
    changeKey(RequestId.random());

    List<Sha256> forked = List.of(Sha256.of("x"), Sha256.of("2"), Sha256.of("3"));
    refused("witness-forked", () -> sign(renewed.request(2, forked)));
    sign(renewed.request(2, LEAVES));
    assertThat(partners.all(TOWN).getFirst().ours().orElseThrow().upTo()).isEqualTo(3);
  }

  @Test
  void aStrangerWithTheOldKeySeesTheEarlierEditionWitnessedAndTheLaterOneNot() throws Exception {
    receive(nehren.answer(ask()));
    changeKey(RequestId.random());
    world.publish();
    receive(renewed.answer(ask()));

    assertThat(script(1, nehren)).contains("gut: gesehen von nehren.example", "Alles stimmt.");
    assertThat(script(2, nehren))
        .contains("fehlt: eine Unterschrift des Zeugen nehren.example", "0 von 1 Zeugen")
        .contains("Alles stimmt.");
    assertThat(script(2, renewed)).contains("gut: gesehen von nehren.example");
  }

  private String script(int edition, Neighbour witness) throws Exception {
    Path file = data.resolve("zeugen.txt");
    Files.writeString(file, witness.key().vkey() + "\n");
    Process process =
        new ProcessBuilder(
                "sh",
                "pruefen.sh",
                world.store.keyFile().toAbsolutePath().toString(),
                ".",
                file.toAbsolutePath().toString())
            .directory(world.store.edition(edition).toFile())
            .redirectErrorStream(true)
            .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words).isZero();
    return words;
  }

  @Test
  void whoComesBackComesBackToTheSameEntryEvenWithAnotherKey() {
    sign(nehren.request(0, LEAVES.subList(0, 2)));
    end(RequestId.random());

    know(renewed);

    assertThat(partners.all(TOWN))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.witness().isPresent()).isTrue();
              assertThat(one.witness().key()).isEqualTo(renewed.key());
              assertThat(one.witness().head().size()).isEqualTo(2);
            });
    refused("witness-other-key", () -> know(nehren));
    know(renewed);
    assertThat(partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void theSameFormSentTwiceIsHandledOnce() {
    RequestId changed = RequestId.random();
    changeKey(changed);
    changeKey(changed);
    RequestId ended = RequestId.random();
    Partners.Order order =
        new Partners.Order(nehren.key().number(), renewed.key().number(), WHY, "reason");
    partners.end(TOWN, world.person("allein"), ended, order);
    partners.end(TOWN, world.person("allein"), ended, order);

    assertThat(partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void whoWasSlowerIsToldWhatChangedAndChangesNothing() {
    changeKey(RequestId.random());
    refused("witness-key-moved", () -> end(RequestId.random()));
    refused("witness-key-moved", () -> changeKey(RequestId.random()));
    partners.end(
        TOWN,
        world.person("freigabe"),
        RequestId.random(),
        new Partners.Order(nehren.key().number(), renewed.key().number(), WHY, "reason"));
    refused("witness-ended", () -> end(RequestId.random()));
    refused("witness-ended", () -> changeKey(RequestId.random()));
    assertThat(partners.all(TOWN).getFirst().witness().turns()).hasSize(2);
  }

  @Test
  void whenOneEndsAPartnerAndAnotherTakesItsSignatureInEitherOneIsFirst() throws Exception {
    String line = nehren.answer(ask());
    Thread ending = Thread.startVirtualThread(() -> end(RequestId.random()));
    Optional<String> no = Optional.empty();
    try {
      receive(line);
    } catch (Refused refused) {
      no = Optional.of(refused.reason().key());
    }
    ending.join();

    assertThat(partners.present(TOWN)).isEmpty();
    assertThat(isSeen(1, nehren)).isEqualTo(no.isEmpty());
    assertThat(no.orElse("publishing.witness-ended")).isEqualTo("publishing.witness-ended");
    assertThat(world.journal.read(TOWN).all(Cosignature.KIND)).hasSize(no.isEmpty() ? 1 : 0);
  }

  @Test
  void aKeyThatCannotBeTheNextOneIsRefusedWithTheReasonWhy() {
    Neighbour aalen = Neighbour.called("aalen.example");
    refused("witness-other-log", () -> goOn(aalen));
    refused("witness-same-key", () -> goOn(nehren));
    refused("witness-needs-reason", () -> order("  "));
    refused("no-partner", () -> partners.of(TOWN, "0"));
    refused(
        "no-partner",
        () ->
            partners.end(
                TOWN,
                world.person("allein"),
                RequestId.random(),
                new Partners.Order("0", "0", WHY, "reason")));
    assertThatThrownBy(
            () -> partners.end(TOWN, world.person("lesen"), RequestId.random(), order(WHY)))
        .isInstanceOf(Refused.class);
    assertThat(partners.all(TOWN).getFirst().witness().turns()).isEmpty();
  }

  private void goOn(Neighbour with) {
    partners.changeKey(
        TOWN, world.person("allein"), RequestId.random(), order(WHY), with.key().vkey());
  }

  @Test
  void aPartnerThatWasWrittenDownBeforeThereWereTurnsIsOneOfNow() {
    Witness read = Json.read("{\"vkey\":\"" + nehren.key().vkey() + "\"}", Witness.class);

    assertThat(read.isPresent()).isTrue();
    assertThat(read.id()).isEqualTo(nehren.key().number());
    assertThat(read).isEqualTo(Witness.of(nehren.key()));
    world.journal.write(
        TOWN,
        world.person("allein").pseudonym(),
        RequestId.random(),
        change -> change.put(Witness.KIND, read.id(), read));
    end(RequestId.random());
    assertThat(partners.present(TOWN)).isEmpty();
  }
}
