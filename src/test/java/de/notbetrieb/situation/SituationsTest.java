package de.notbetrieb.situation;

import static de.notbetrieb.situation.SmallTown.FRIDAY;
import static de.notbetrieb.situation.SmallTown.NETWORK;
import static de.notbetrieb.situation.SmallTown.PAPER_FORM;
import static de.notbetrieb.situation.SmallTown.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SituationsTest {
  private static final Slug ID = TOWN.town().id();
  private static final Clock TUESDAY =
      Clock.fixed(Instant.parse("2023-11-21T12:42:00Z"), ZoneId.of("Europe/Berlin"));

  @TempDir Path directory;
  private Database database;
  private Journal journal;

  @BeforeEach
  void start() {
    database = Database.embedded(directory);
    journal = new Journal(database, TUESDAY);
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  private void write(Consumer<Writing> change) {
    journal.write(ID, new Actor("p-1"), RequestId.random(), change);
  }

  private Refused.Reason refused(Consumer<Writing> change) {
    return catchThrowableOfType(Refused.class, () -> write(change)).reason();
  }

  private Situation now() {
    return Situations.of(journal.read(ID), TOWN);
  }

  private static SystemStatus network(SystemState state) {
    return DerivationPropertiesTest.status(NETWORK, state);
  }

  @Test
  void whatWasSaidIsSoUntilSomebodySaysOtherwise() {
    write(change -> Situations.setSystem(change, TOWN, network(SystemState.DOWN), 0));
    write(
        change -> Situations.putInForce(change, TOWN, new FallbackInForce(PAPER_FORM, FRIDAY), 0));
    assertThat(Derivation.of(now()).service(SmallTown.MOVING).state())
        .isEqualTo(ServiceState.LIMITED);

    write(change -> Situations.endFallback(change, PAPER_FORM, 2));
    assertThat(Derivation.of(now()).service(SmallTown.MOVING).state())
        .isEqualTo(ServiceState.UNAVAILABLE);
  }

  @Test
  void whoWasOvertakenIsToldSo() {
    write(change -> Situations.setSystem(change, TOWN, network(SystemState.DOWN), 0));

    assertThat(refused(change -> Situations.setSystem(change, TOWN, network(SystemState.UP), 0)))
        .isInstanceOf(Refused.Conflict.class);
    assertThat(refused(change -> Situations.endFallback(change, PAPER_FORM, 7)))
        .isInstanceOf(Refused.Conflict.class);
  }

  @Test
  void whatTheTownDoesNotHaveHasNoState() {
    SystemStatus unknown = DerivationPropertiesTest.status(Slug.of("elsewhere"), SystemState.DOWN);

    assertThat(refused(change -> Situations.setSystem(change, TOWN, unknown, 0)))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void anOverrideSaysWhyAndLooksAhead() {
    Override wrong =
        new Override(
            SmallTown.MOVING,
            Optional.empty(),
            ServiceState.LIMITED,
            Text.of("x".repeat(Situations.MAX_SENTENCE + 1)),
            " ",
            Optional.of(LocalDate.of(2023, 11, 20)),
            Optional.empty(),
            Optional.empty());

    assertThat(refused(change -> Situations.override(change, TOWN, wrong, 0)))
        .isInstanceOfSatisfying(
            Refused.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Refused.Problem::field)
                    .containsExactly("sentence", "reason", "until"));

    Override right =
        SmallTown.override(ServiceState.LIMITED, Optional.of(LocalDate.of(2023, 11, 21)));
    write(change -> Situations.override(change, TOWN, right, 0));
    assertThat(now().overrides()).containsExactly(right);
    write(change -> Situations.removeOverride(change, right, 1));
    assertThat(now().overrides()).isEmpty();
  }

  @Test
  void anExpectationReplacesTheOneBeforeAndTheJournalKeepsBoth() {
    Expectation weeks = expectation("Wochen");
    write(change -> Situations.expect(change, TOWN, weeks, 0));
    write(change -> Situations.expect(change, TOWN, expectation("Tage"), 1));

    assertThat(now().expected(SmallTown.MOVING).orElseThrow().range()).isEqualTo(Text.of("Tage"));
    assertThat(journal.read(ID).history(Expectation.KIND, weeks.recordId())).hasSize(2);
  }

  private static Expectation expectation(String range) {
    return new Expectation(
        Optional.of(SmallTown.MOVING),
        Optional.empty(),
        Text.of(range),
        "IT",
        FRIDAY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aSingleDayNeedsSomebodyWhoDecidedItAndARangeItsDaysInOrder() {
    LocalDate day = LocalDate.of(2023, 12, 5);
    assertThat(fields(within(day, day, Optional.empty()))).containsExactly("decided");
    assertThat(fields(within(day, day.minusDays(1), Optional.empty()))).containsExactly("latest");

    write(change -> Situations.expect(change, TOWN, within(day, day.plusDays(9), none()), 0));
    write(change -> Situations.expect(change, TOWN, within(day, day, some("Hauptamt")), 1));
    assertThat(now().expected(SmallTown.MOVING).orElseThrow().latest()).contains(day);
  }

  private static Optional<Text> none() {
    return Optional.empty();
  }

  private static Optional<Text> some(String words) {
    return Optional.of(Text.of(words));
  }

  private static Expectation within(LocalDate from, LocalDate to, Optional<Text> decided) {
    return new Expectation(
        Optional.of(SmallTown.MOVING),
        Optional.empty(),
        Text.of("Anfang Dezember"),
        "IT",
        FRIDAY,
        Optional.empty(),
        Optional.of(from),
        Optional.of(to),
        decided);
  }

  private java.util.List<String> fields(Expectation wrong) {
    Refused.Invalid refused =
        (Refused.Invalid) refused(change -> Situations.expect(change, TOWN, wrong, 0));
    return refused.problems().stream().map(Refused.Problem::field).toList();
  }

  @Test
  void aFilesPartGoesIntoATownOfWhichNothingIsSaidAndComesOutAsItWas() {
    Situation random = RandomSituations.small(4);
    SituationPart part =
        new SituationPart(
            random.incident(),
            random.systems(),
            random.contacts(),
            random.offices(),
            random.fallbacks(),
            random.overrides(),
            random.expectations());
    write(part::record);

    assertThat(Situations.of(journal.read(ID), random.town()))
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(random);
    assertThat(refused(part::record)).isInstanceOf(Refused.Conflict.class);
    assertThat(Situations.kinds()).hasSameSizeAs(SituationPart.KEYS);
  }
}
