package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.GoCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes is a log for the Go checksum database's packages too. */
@Tag("long")
class EditionLogByOthersTest {
  @TempDir Path data;

  @Test
  void goFindsEveryEditionInTheLogAndTheOldLogInTheNewAndNoTamperedOne() throws IOException {
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      Path town = world.towns.resolve(TOWN.value());
      world.publish();
      Path old = Files.copy(world.store.log().resolve("checkpoint"), data.resolve("old"));
      world.say("zwei", "Zwei.");
      world.publish();
      world.say("drei", "Drei.");
      world.publish();
      world.withdraw(new Withdrawal.Order(2, "Versehen", Optional.empty(), Optional.empty()));

      GoCheck go = GoCheck.of(town, old);

      assertThat(go.output())
          .contains("edition 1 stands in the log", "edition 2 withdrawn")
          .contains("edition 3 stands in the log", "log of 3 begins with the log of 1");
      assertThat(go.exit()).isZero();
      assertThat(world.verified().damage()).isEmpty();

      Path other = world.store.edition(1).resolve("edition.tlog-proof");
      Path proof = world.store.edition(3).resolve("edition.tlog-proof");
      Files.delete(proof);
      Files.copy(other, proof, StandardCopyOption.REPLACE_EXISTING);
      assertThat(GoCheck.of(town).exit()).isEqualTo(1);
    }
  }
}
