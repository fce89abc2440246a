package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.access.RecoveryWords;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangingTest {
  @TempDir Path data;

  @Test
  void theOldKeySignsTheNewOneAndEverythingVerifiesWithTheKeyOfItsTime() throws Exception {
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      KeyChanging keys = new KeyChanging(world.journal, world.people, world.towns);
      assertThatThrownBy(() -> change(keys, world)).isInstanceOf(Refused.class);
      world.publish();
      world.say("zwei", "Zwei.");
      world.publish();
      Request early = world.request();
      Minisign.PublicKey old = world.store.key();

      RecoveryWords words = change(keys, world);

      assertThat(words.words()).hasSize(RecoveryWords.COUNT);
      TownKeys now = world.store.keys();
      assertThat(now.of(2)).isEqualTo(old);
      assertThat(now.of(3)).isEqualTo(now.current()).isNotEqualTo(old);
      assertThat(world.editions.sealed(TOWN)).isPresent();
      assertThat(world.verified().damage()).isEmpty();
      assertThatThrownBy(() -> world.release(early))
          .isInstanceOfSatisfying(
              Refused.class, no -> assertThat(no.getMessage()).contains("key-changed"));
      assertThatThrownBy(() -> world.people.key(TOWN, world.person("allein"), PASSWORD))
          .isInstanceOf(Refused.class);
      world.say("drei", "Drei.");
      world.publish();
      world.withdraw(new Withdrawal.Order(1, "Versehen", Optional.empty(), Optional.empty()));
      assertThat(world.verified().damage()).isEmpty();
      assertThat(python(world))
          .contains("3 editions, 1 of them withdrawn")
          .contains("\n0 findings");
      losesItsFilesAndGetsThemBack(world);
    }
  }

  private static RecoveryWords change(KeyChanging keys, PublishingWorld world) {
    return keys.change(
        TOWN,
        world.person("freigabe"),
        RequestId.random(),
        new KeyChanging.Order(0, "Ein Rechner ist weg"),
        PASSWORD,
        NOW);
  }

  private static void losesItsFilesAndGetsThemBack(PublishingWorld world) throws IOException {
    Files.delete(world.store.keyFile().resolveSibling("keys-1.note"));
    assertThat(python(world)).doesNotContain("\n0 findings");
    world.editions.recover(TOWN);
    assertThat(world.verified().damage()).isEmpty();
  }

  private static String python(PublishingWorld world) throws IOException {
    Process process =
        new ProcessBuilder(
                "python3",
                "docs/formats/verify.py",
                "edition",
                world.towns.resolve(TOWN.value()).toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
