package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.NextWord;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the town speaks next is decided without publishing, and answered by the next edition. */
class NextWordsTest {
  private static final OffsetDateTime DUE = NOW.plusHours(4);

  @TempDir Path data;
  private PublishingWorld world;
  private NextWords nextWords;

  @BeforeEach
  void publish() {
    world = PublishingWorld.founded(data);
    nextWords = new NextWords(world.journal, world.editions);
    world.publish();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void itIsDecidedWithoutAnEditionAndSuggestedToTheNext() {
    decide("redaktion", Optional.of(DUE));

    assertThat(world.store.numbers()).containsExactly(1);
    assertThat(nextWords.suggestion(TOWN, NOW.plusHours(1))).contains(DUE);
    assertThat(nextWords.suggestion(TOWN, DUE.plusMinutes(1))).isEmpty();
    assertThat(nextWords.decided(TOWN)).map(NextWord::due).contains(DUE);
  }

  @Test
  void anEditionReleasedSinceAnswersIt() {
    decide("redaktion", Optional.of(DUE));

    world.confirm(RequestId.random());

    assertThat(nextWords.decided(TOWN)).isEmpty();
  }

  @Test
  void aReaderDoesNotDecideItAndItIsNeverInThePast() {
    assertThatThrownBy(() -> decide("lesen", Optional.of(DUE))).hasMessageContaining("not-allowed");
    assertThatThrownBy(() -> decide("redaktion", Optional.of(NOW)))
        .hasMessageContaining("next-word-past");
    assertThatThrownBy(() -> decide("redaktion", Optional.empty()))
        .hasMessageContaining("next-word-missing");
    assertThat(nextWords.decided(TOWN)).isEmpty();
  }

  private void decide(String who, Optional<OffsetDateTime> due) {
    nextWords.decide(
        TOWN,
        world.person(who),
        RequestId.random(),
        due,
        NOW.plusMinutes(1),
        nextWords.entry(TOWN));
  }
}
