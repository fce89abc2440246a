package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static de.notbetrieb.publishing.TownWithAPartner.LEAVES;
import static de.notbetrieb.publishing.TownWithAPartner.WHY;
import static de.notbetrieb.publishing.TownWithAPartner.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partner towns that go on with another key. */
class PartnerKeyTest {
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
  void afterItsKeyChangedAPartnerIsStillOneEntryAndOnlyTheNewKeyCounts() {
    town.receive(town.nehren.answer(town.ask()));
    town.sign(town.nehren.request(0, LEAVES.subList(0, 2)));
    town.world.publish();
    town.changeKey(RequestId.random());

    assertThat(town.partners.keyFile(TOWN)).isEqualTo(town.renewed.key().vkey() + "\n");
    Partner one = town.partners.of(TOWN, town.nehren.key().number());
    assertThat(one.witness().keys()).containsExactly(town.nehren.key(), town.renewed.key());
    assertThat(one.theirs().orElseThrow().upTo()).isEqualTo(1);
    assertThat(town.ask()).startsWith("old 1\n");

    refused("witness-former", () -> town.receive(town.nehren.answer(town.ask())));
    refused("witness-former", () -> town.sign(town.nehren.request(2, LEAVES)));
    town.receive(town.renewed.answer(town.ask()));
    assertThat(town.isSeen(1, town.nehren)).isTrue();
    assertThat(town.isSeen(2, town.nehren)).isFalse();
    assertThat(town.isSeen(2, town.renewed)).isTrue();
  }

  @Test
  void whatWeSawOfALogBindsItUnderItsNewKeyToo() {
    town.sign(town.nehren.request(0, LEAVES.subList(0, 2)));
    town.changeKey(RequestId.random());

    List<Sha256> forked = List.of(Sha256.of("x"), Sha256.of("2"), Sha256.of("3"));
    refused("witness-forked", () -> town.sign(town.renewed.request(2, forked)));
    town.sign(town.renewed.request(2, LEAVES));
    assertThat(town.partners.all(TOWN).getFirst().ours().orElseThrow().upTo()).isEqualTo(3);
  }

  @Test
  void aStrangerWithTheOldKeySeesTheEarlierEditionWitnessedAndTheLaterOneNot() throws Exception {
    town.receive(town.nehren.answer(town.ask()));
    town.changeKey(RequestId.random());
    town.world.publish();
    town.receive(town.renewed.answer(town.ask()));

    assertThat(script(1, town.nehren)).contains("gut: gesehen von nehren.example", "Alles stimmt.");
    assertThat(script(2, town.nehren))
        .contains("fehlt: eine Unterschrift des Zeugen nehren.example", "0 von 1 Zeugen")
        .contains("Alles stimmt.");
    assertThat(script(2, town.renewed)).contains("gut: gesehen von nehren.example");
  }

  private String script(int edition, Neighbour witness) throws Exception {
    Path file = data.resolve("zeugen.txt");
    Files.writeString(file, witness.key().vkey() + "\n");
    Process process =
        new ProcessBuilder(
                "sh",
                "pruefen.sh",
                town.world.store.keyFile().toAbsolutePath().toString(),
                ".",
                file.toAbsolutePath().toString())
            .directory(town.world.store.edition(edition).toFile())
            .redirectErrorStream(true)
            .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words).isZero();
    return words;
  }

  @Test
  void aKeyThatCannotBeTheNextOneIsRefusedWithTheReasonWhy() {
    Neighbour aalen = Neighbour.called("aalen.example");
    refused("witness-other-log", () -> goOn(aalen));
    refused("witness-same-key", () -> goOn(town.nehren));
    refused("witness-needs-reason", () -> town.order("  "));
    refused("no-partner", () -> town.partners.of(TOWN, "0"));
    refused(
        "no-partner",
        () ->
            town.partners.end(
                TOWN,
                town.world.person("allein"),
                RequestId.random(),
                new Partners.Order("0", "0", WHY, "reason")));
    assertThatThrownBy(
            () ->
                town.partners.end(
                    TOWN, town.world.person("lesen"), RequestId.random(), town.order(WHY)))
        .isInstanceOf(Refused.class);
    assertThat(town.partners.all(TOWN).getFirst().witness().turns()).isEmpty();
  }

  private void goOn(Neighbour with) {
    town.partners.changeKey(
        TOWN, town.world.person("allein"), RequestId.random(), town.order(WHY), with.key().vkey());
  }
}
