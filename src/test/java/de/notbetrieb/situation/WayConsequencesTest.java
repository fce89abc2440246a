package de.notbetrieb.situation;

import static de.notbetrieb.situation.SmallTown.BIRTH;
import static de.notbetrieb.situation.SmallTown.LETTER_BOX;
import static de.notbetrieb.situation.SmallTown.MOVING;
import static de.notbetrieb.situation.SmallTown.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is shown before a way in is said to be dead. */
class WayConsequencesTest {
  private static final Situation QUIET = SmallTown.quiet();

  @Test
  void aDeadLineSendsPeopleToTheNextWay() {
    WayConsequences consequences = between(QUIET, QUIET.with(status(PHONE, WayInState.DOWN)));
    assertThat(consequences.moved()).containsExactly(MOVING, BIRTH);
    assertThat(consequences.stranded()).isEmpty();
  }

  @Test
  void withTheLastWayGoneServicesAreStrandedAndComeBackWithIt() {
    Situation phoneDead = QUIET.with(status(PHONE, WayInState.DOWN));
    Situation nothing = phoneDead.with(status(LETTER_BOX, WayInState.DOWN));
    assertThat(between(phoneDead, nothing).stranded()).containsExactly(MOVING, BIRTH);
    assertThat(between(nothing, phoneDead).reached()).containsExactly(MOVING, BIRTH);
  }

  @Test
  void theSameStateAgainChangesNothing() {
    assertThat(between(QUIET, QUIET.with(status(PHONE, WayInState.UP))))
        .isEqualTo(between(QUIET, QUIET));
  }

  private static WayConsequences between(Situation before, Situation after) {
    return WayConsequences.between(Derivation.of(before), Derivation.of(after));
  }

  private static ContactStatus status(Slug way, WayInState state) {
    return new ContactStatus(way, state, SmallTown.FRIDAY, Optional.empty(), Optional.empty());
  }
}
