package de.notbetrieb.situation;

import static de.notbetrieb.situation.SmallTown.BIRTH;
import static de.notbetrieb.situation.SmallTown.MOVING;
import static de.notbetrieb.situation.SmallTown.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedWordTest {
  private static final Slug ID = TOWN.town().id();
  private static final Text AT_THE_COUNTER = Text.of("Nur am Schalter.", "At the counter only.");

  @TempDir Path directory;
  private Database database;
  private Journal journal;

  @BeforeEach
  void start() {
    database = Database.embedded(directory);
    journal =
        new Journal(
            database,
            Clock.fixed(Instant.parse("2023-11-21T12:42:00Z"), ZoneId.of("Europe/Berlin")));
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  private static SequencedMap<Slug, Long> seen(long moving, long birth) {
    SequencedMap<Slug, Long> seen = new LinkedHashMap<>();
    seen.put(MOVING, moving);
    seen.put(BIRTH, birth);
    return seen;
  }

  private static SharedWord said(SequencedMap<Slug, Long> seen, String reason) {
    return new SharedWord(
        seen, Optional.of(new SharedWord.Word(ServiceState.LIMITED, AT_THE_COUNTER, reason)));
  }

  private void write(SharedWord word) {
    journal.write(ID, new Actor("p-1"), RequestId.random(), change -> word.write(change, TOWN));
  }

  private Situation now() {
    return Situations.of(journal.read(ID), TOWN);
  }

  private ServiceState state(Slug service) {
    return Derivation.of(now()).service(service).state();
  }

  @Test
  void oneSentenceIsSaidOfAllAndWhatWasShownBeforeIsWhatComes() {
    SharedWord word = said(seen(0, 0), "Schalter ist besetzt");
    Derived expected = Derivation.of(word.after(now()));

    write(word);

    assertThat(Derivation.of(now())).isEqualTo(expected);
    assertThat(state(MOVING)).isEqualTo(ServiceState.LIMITED);
    assertThat(state(BIRTH)).isEqualTo(ServiceState.LIMITED);
    assertThat(Derivation.of(now()).service(BIRTH).sentence()).isEqualTo(AT_THE_COUNTER);
  }

  @Test
  void whenSomebodyChangedOneOfThemMeanwhileNothingIsSaidOfAny() {
    SharedWord word = said(seen(0, 0), "Schalter ist besetzt");
    SharedWord other = new SharedWord(alone(BIRTH), word.word());
    write(other);

    assertThat(word.movedOn(journal.read(ID))).containsExactly(BIRTH);
    Refused refused = catchThrowableOfType(Refused.class, () -> write(word));

    assertThat(refused.reason()).isInstanceOf(Refused.Conflict.class);
    assertThat(now().overrides()).extracting(Override::service).containsExactly(BIRTH);
  }

  private static SequencedMap<Slug, Long> alone(Slug service) {
    SequencedMap<Slug, Long> seen = new LinkedHashMap<>();
    seen.put(service, 0L);
    return seen;
  }

  @Test
  void endingItLetsAllFollowFromTheSystemsAgain() {
    ServiceState before = state(MOVING);
    write(said(seen(0, 0), "Schalter ist besetzt"));
    long moving = SharedWord.entry(journal.read(ID), MOVING);
    long birth = SharedWord.entry(journal.read(ID), BIRTH);

    write(new SharedWord(seen(moving, birth), Optional.empty()));

    assertThat(now().overrides()).isEmpty();
    assertThat(state(MOVING)).isEqualTo(before);
  }

  @Test
  void itNeedsAReasonAndServicesThatTheTownHas() {
    assertThat(catchThrowableOfType(Refused.class, () -> write(said(seen(0, 0), " "))).reason())
        .isInstanceOf(Refused.Invalid.class);
    SequencedMap<Slug, Long> unknown = alone(Slug.of("elsewhere"));
    assertThat(catchThrowableOfType(Refused.class, () -> write(said(unknown, "x"))).reason())
        .isInstanceOf(Refused.NotFound.class);
    SequencedMap<Slug, Long> none = new LinkedHashMap<>();
    assertThat(catchThrowableOfType(Refused.class, () -> write(said(none, "x"))).reason())
        .isInstanceOf(Refused.Invalid.class);
    assertThat(now().overrides()).isEmpty();
  }
}
