package de.notbetrieb.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.SystemAsset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemDerivationTest {
  private static final Slug FIRST = Slug.of("first");
  private static final Slug SECOND = Slug.of("second");
  private static final Slug USER = Slug.of("user");

  private static SystemState user(Need need, SystemState first, SystemState second) {
    return derive(need, first, second).systems().get(USER) instanceof Derived.DerivedSystem user
        ? user.state()
        : SystemState.UNKNOWN;
  }

  private static SystemDerivation derive(Need need, SystemState first, SystemState second) {
    List<SystemAsset> systems =
        List.of(
            SmallTown.system("user", List.of(need)),
            SmallTown.system("first", List.of()),
            SmallTown.system("second", List.of()));
    return new SystemDerivation(
        systems,
        Map.of(
            FIRST, DerivationPropertiesTest.status(FIRST, first),
            SECOND, DerivationPropertiesTest.status(SECOND, second)));
  }

  @Test
  void whatIsRequiredPassesItsStateOn() {
    for (SystemState state : SystemState.values()) {
      assertThat(user(Need.required(FIRST), state, SystemState.DOWN)).isEqualTo(state);
    }
  }

  @Test
  void whatIsOnlyHelpfulLimitsAtWorst() {
    assertThat(user(Need.helpful(FIRST), SystemState.UP, SystemState.DOWN))
        .isEqualTo(SystemState.UP);
    for (SystemState state : List.of(SystemState.LIMITED, SystemState.UNKNOWN, SystemState.DOWN)) {
      assertThat(user(Need.helpful(FIRST), state, SystemState.DOWN)).isEqualTo(SystemState.LIMITED);
    }
  }

  @Test
  void ofAGroupTheBestCounts() {
    Need either = new Need(List.of(FIRST, SECOND), Need.Strength.REQUIRED);

    assertThat(user(either, SystemState.DOWN, SystemState.UP)).isEqualTo(SystemState.UP);
    assertThat(user(either, SystemState.DOWN, SystemState.UNKNOWN)).isEqualTo(SystemState.UNKNOWN);
    assertThat(user(either, SystemState.LIMITED, SystemState.DOWN)).isEqualTo(SystemState.LIMITED);
    assertThat(derive(either, SystemState.DOWN, SystemState.DOWN).causes(List.of(either)))
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void aSystemThatTheTownDoesNotHaveCannotFail() {
    assertThat(user(Need.required(Slug.of("nowhere")), SystemState.DOWN, SystemState.DOWN))
        .isEqualTo(SystemState.UP);
  }
}
