package de.notbetrieb.situation;

import static de.notbetrieb.situation.SmallTown.BIRTH;
import static de.notbetrieb.situation.SmallTown.LETTER_BOX;
import static de.notbetrieb.situation.SmallTown.MOVING;
import static de.notbetrieb.situation.SmallTown.NETWORK;
import static de.notbetrieb.situation.SmallTown.NETWORK_REASON;
import static de.notbetrieb.situation.SmallTown.ON_PAPER;
import static de.notbetrieb.situation.SmallTown.PHONE;
import static de.notbetrieb.situation.SmallTown.PRINTER;
import static de.notbetrieb.situation.SmallTown.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.situation.Consequences.ServiceChange;
import de.notbetrieb.situation.Derived.DerivedService;
import de.notbetrieb.situation.Derived.DerivedStep;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of DESIGN §4, one by one, in a town with one desk. */
class DerivationTest {
  private static final Situation NETWORK_DOWN = SmallTown.after(NETWORK, SystemState.DOWN);

  private static DerivedService moving(Situation situation) {
    return Derivation.of(situation).service(MOVING);
  }

  @Test
  void whatASystemNeedsTakesItsServicesAlongAndTheCauseIsTheOneThatFailed() {
    DerivedService moving = moving(NETWORK_DOWN);

    assertThat(moving.state()).isEqualTo(ServiceState.UNAVAILABLE);
    assertThat(moving.causes()).containsExactly(NETWORK);
    assertThat(moving.reason()).contains(NETWORK_REASON);
  }

  @Test
  void aCauseWithoutPublicWordsIsTheOutage() {
    assertThat(moving(SmallTown.after(REGISTER, SystemState.DOWN)).reason())
        .contains(DefaultSentences.OUTAGE);
  }

  @Test
  void aSystemNobodyKnowsAboutLeavesTheServiceUnknown() {
    assertThat(moving(SmallTown.after(REGISTER, SystemState.UNKNOWN)).state())
        .isEqualTo(ServiceState.UNKNOWN);
  }

  @Test
  void aServiceWithAStepThatGoesGoesDifferently() {
    DerivedService birth = Derivation.of(NETWORK_DOWN).service(BIRTH);

    assertThat(birth.state()).isEqualTo(ServiceState.LIMITED);
    assertThat(birth.steps())
        .extracting(DerivedStep::state)
        .containsExactly(ServiceState.AVAILABLE, ServiceState.UNAVAILABLE);
  }

  @Test
  void aFallbackInForceLiftsAndBringsItsWordsPapersAndWaysIn() {
    DerivedService moving = moving(SmallTown.withFallback(NETWORK_DOWN));

    assertThat(moving.state()).isEqualTo(ServiceState.LIMITED);
    assertThat(moving.sentence()).isEqualTo(ON_PAPER);
    assertThat(moving.waysIn()).containsExactly(LETTER_BOX);
    assertThat(moving.papers()).hasSize(1);
  }

  @Test
  void aFallbackNeverLowersAndFailsWithWhatItNeedsItself() {
    assertThat(moving(SmallTown.withFallback(SmallTown.quiet())).state())
        .isEqualTo(ServiceState.AVAILABLE);
    Situation noPrinter =
        NETWORK_DOWN.with(DerivationPropertiesTest.status(PRINTER, SystemState.DOWN));
    assertThat(moving(SmallTown.withFallback(noPrinter)).state())
        .isEqualTo(ServiceState.UNAVAILABLE);
  }

  @Test
  void aPersonsWordBeatsFallbackAndSystemsEvenWhenItsDayHasPassed() {
    LocalDate day = LocalDate.of(2023, 11, 20);
    Override override = SmallTown.override(ServiceState.UNKNOWN, Optional.of(day));
    Situation situation = SmallTown.withOverride(SmallTown.withFallback(NETWORK_DOWN), override);

    assertThat(moving(situation).state()).isEqualTo(ServiceState.UNKNOWN);
    assertThat(moving(situation).override()).contains(override);
    assertThat(situation.dueForReview(day.minusDays(1))).isEmpty();
    assertThat(situation.dueForReview(day)).containsExactly(override);
  }

  @Test
  void itCanComeBackAndGoDownAgain() {
    Situation back = NETWORK_DOWN.with(DerivationPropertiesTest.status(NETWORK, SystemState.UP));
    Situation again = back.with(DerivationPropertiesTest.status(NETWORK, SystemState.DOWN));

    assertThat(Derivation.of(back)).isEqualTo(Derivation.of(SmallTown.quiet()));
    assertThat(Derivation.of(again)).isEqualTo(Derivation.of(NETWORK_DOWN));
  }

  @Test
  void aDeadWayInIsNotNamedAndALimitedOneOnlyWhenNoneIsOpen() {
    assertThat(moving(NETWORK_DOWN).waysIn()).containsExactly(LETTER_BOX);
    Situation boxFull = SmallTown.withContact(SmallTown.quiet(), LETTER_BOX, WayInState.LIMITED);
    assertThat(moving(boxFull).waysIn()).containsExactly(PHONE);
    Situation onlyBox = SmallTown.withContact(NETWORK_DOWN, LETTER_BOX, WayInState.LIMITED);
    assertThat(moving(onlyBox).waysIn()).containsExactly(LETTER_BOX);
    Situation none = SmallTown.withContact(NETWORK_DOWN, LETTER_BOX, WayInState.DOWN);
    assertThat(moving(none).withoutOpenWay()).isTrue();
  }

  @Test
  void nobodyIsSentToALineThatIsDead() {
    Situation phoneUp = SmallTown.after(REGISTER, SystemState.DOWN);
    assertThat(moving(phoneUp).sentence()).isEqualTo(SmallTown.CALL);
    Situation overloaded = SmallTown.withContact(phoneUp, PHONE, WayInState.LIMITED);

    assertThat(moving(overloaded).sentence())
        .isEqualTo(DefaultSentences.of(ServiceState.UNAVAILABLE));
    assertThat(DeadWays.of(SmallTown.TOWN, Derivation.of(overloaded)).namedIn(SmallTown.CALL))
        .containsExactly(PHONE);
  }

  @Test
  void theBoardShowsWhatFallsWhatHoldsAndWhatReturns() {
    Derived quiet = Derivation.of(SmallTown.quiet());
    Derived down = Derivation.of(NETWORK_DOWN);

    assertThat(Consequences.between(quiet, down).falling())
        .containsExactly(
            new ServiceChange(MOVING, ServiceState.AVAILABLE, ServiceState.UNAVAILABLE),
            new ServiceChange(BIRTH, ServiceState.AVAILABLE, ServiceState.LIMITED));
    assertThat(Consequences.between(quiet, down).waysIn()).hasSize(1);
    assertThat(Consequences.between(down, quiet).returning()).hasSize(2);

    Situation unknown = SmallTown.after(REGISTER, SystemState.UNKNOWN);
    Consequences held =
        Consequences.between(
            Derivation.of(SmallTown.withFallback(unknown)),
            Derivation.of(
                SmallTown.withFallback(
                    unknown.with(DerivationPropertiesTest.status(NETWORK, SystemState.DOWN)))));
    assertThat(held.held())
        .contains(new ServiceChange(MOVING, ServiceState.LIMITED, ServiceState.LIMITED));
  }

  @Test
  void theBoardCountsTheServicesThatHangOnASystem() {
    assertThat(Dependents.services(SmallTown.TOWN))
        .containsEntry(NETWORK, 2)
        .containsEntry(REGISTER, 2)
        .containsEntry(PRINTER, 0);
  }
}
