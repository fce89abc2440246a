package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.file.TownFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence that grants something names its ground and who decided it, or stops the request. */
class PromisesTest {
  private static final Fallback.Promise PROMISE =
      new Fallback.Promise("§ 31 Abs. 7 VwVfG", "Leitung Hauptamt");

  private static final SystemStatus DOWN =
      new SystemStatus(
          Slug.of("netz"),
          SystemState.DOWN,
          Optional.empty(),
          PublishingWorld.NOW,
          Optional.empty());

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
  void grantingWordsInAnUpdateStopTheRequestAndSayWhere() {
    world.say("fristen", "Alle Fristen werden verlängert.");

    assertThatThrownBy(world::request)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              Refused.Invalid invalid = (Refused.Invalid) refused.reason();
              assertThat(invalid.problems())
                  .singleElement()
                  .satisfies(
                      problem -> {
                        assertThat(problem.field()).isEqualTo("newsroom.update.fristen.body");
                        assertThat(problem.arguments())
                            .containsExactly("newsroom.update fristen, body", "verlängert");
                      });
            });
    assertThat(world.editions.drafting().requests(TOWN)).isEmpty();
  }

  @Test
  void anOverrideWithoutItsPromiseStopsTheRequestAndOneWithItDoesNot() {
    override(Optional.empty());
    assertThatThrownBy(world::request)
        .hasMessageContaining("situation.override wohnung-anmelden, sentence");

    override(Optional.of(PROMISE));
    assertThat(world.publish()).isEqualTo(1);
  }

  @Test
  void aPromiseWithGroundAndDeciderGoesOut() {
    world.say("fristen", "Alle Fristen werden verlängert.");
    Judgements judgements = new Judgements(world.journal);
    Grant grant = judgements.open(TOWN).getFirst();

    for (Fallback.Promise half :
        new Fallback.Promise[] {
          new Fallback.Promise("", "Leitung"), new Fallback.Promise("§ 31", " ")
        }) {
      assertThatThrownBy(
              () ->
                  judgements.promise(
                      TOWN, world.person("redaktion"), RequestId.random(), grant.key(), half))
          .hasMessageContaining("judgement-needs");
    }
    judgements.promise(TOWN, world.person("redaktion"), RequestId.random(), grant.key(), PROMISE);

    assertThat(world.publish()).isEqualTo(1);
  }

  @Test
  void aSentenceThatPromisesNothingIsSaidToAndAnotherOneIsAskedAboutAgain() {
    world.say("fristen", "Niemand hat Nachteile.");
    Judgements judgements = new Judgements(world.journal);
    judgements.noPromise(
        TOWN,
        world.person("redaktion"),
        RequestId.random(),
        judgements.open(TOWN).getFirst().key(),
        "Zitat");
    assertThat(judgements.open(TOWN)).isEmpty();

    world.say("fristen", "Niemand hat Nachteile, alle Fristen werden verlängert.");
    assertThat(judgements.open(TOWN)).hasSize(1);
  }

  @Test
  void feesPapersAndReasonsAreReadToo() throws IOException {
    String town =
        Files.readString(Path.of("src/test/resources/towns/musterstadt.yaml"))
            .replace(
                "    sentences:\n",
                "    fee: {de: Das ist kostenlos., en: No charge.}\n"
                    + "    papers: [{de: Ihr alter Ausweis gilt weiter., en: Your old card.}]\n"
                    + "    sentences:\n")
            .replace("Unser Netz ist abgeschaltet.", "Alle Fristen sind ausgesetzt.");
    Town changed =
        TownFile.read("stadt.yaml", town.getBytes(StandardCharsets.UTF_8)).town().orElseThrow();
    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> ImportPlan.of(change, changed, false).apply(change));
    assertThat(fields()).containsExactly("papers", "fee");

    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> Situations.setSystem(change, changed, DOWN, 0));

    assertThat(fields()).containsExactly("publicReason", "papers", "fee");
    assertThatThrownBy(world::request).hasMessageContaining("town.system netz, publicReason");
  }

  private List<String> fields() {
    return new Judgements(world.journal).open(TOWN).stream().map(Grant::field).toList();
  }

  @Test
  void onePersonAloneIsStoppedToo() {
    world.say("fristen", "No fee is taken.");

    assertThatThrownBy(
            () ->
                world
                    .editions
                    .drafting()
                    .request(
                        TOWN,
                        world.person("allein"),
                        RequestId.random(),
                        PublishingWorld.NOW,
                        Optional.empty()))
        .hasMessageContaining("publishing.promise");
  }

  private void override(Optional<Fallback.Promise> promise) {
    Slug service = Slug.of("wohnung-anmelden");
    Override override =
        new Override(
            service,
            Optional.empty(),
            ServiceState.LIMITED,
            Text.of("Die Anmeldung ist kostenlos."),
            "Beschluss",
            Optional.empty(),
            Optional.empty(),
            promise);
    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change ->
            Situations.override(
                change,
                Towns.of(change).orElseThrow(),
                override,
                change
                    .find(Override.KIND, override.recordId())
                    .map(stored -> stored.entry())
                    .orElse(0L)));
  }
}
