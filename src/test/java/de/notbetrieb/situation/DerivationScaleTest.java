package de.notbetrieb.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a large provider's town costs, counted in arrows looked at and not in seconds. */
class DerivationScaleTest {
  @Test
  void aThousandSystemsAndFiveThousandServicesAreOnePassOverTheArrows() {
    long half = visitsPerHundredArrows(500, 2_500);
    long whole = visitsPerHundredArrows(1_000, 5_000);

    assertThat(whole).isLessThan(800).isBetween(half * 9 / 10, half * 11 / 10);
  }

  /** All down and in circles, which is the most work. */
  private static long visitsPerHundredArrows(int systems, int services) {
    Town town = new RandomTowns(1, new RandomTowns.Size(5, 50, systems, services, 200)).town(true);
    Situation worst = DerivationPropertiesTest.nothingSaid(town);
    for (var system : town.systems()) {
      worst = worst.with(DerivationPropertiesTest.status(system.id(), SystemState.DOWN));
    }
    return 100 * Derivation.visits(worst) / arrows(town);
  }

  @Test
  void aLongChainAndARingEndWithTheCauseThatBeganIt() {
    for (boolean ring : List.of(false, true)) {
      int length = 5_000;
      List<Slug> ids = RandomTowns.ids("system", length);
      List<SystemAsset> chain = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        boolean last = i + 1 == length && !ring;
        chain.add(
            SmallTown.system(
                ids.get(i).value(),
                last ? List.of() : List.of(Need.required(ids.get((i + 1) % length)))));
      }
      var said =
          Map.of(ids.getLast(), DerivationPropertiesTest.status(ids.getLast(), SystemState.DOWN));

      var derived = new SystemDerivation(chain, said);

      assertThat(derived.systems().values())
          .allMatch(one -> one.state() == SystemState.DOWN)
          .allMatch(one -> one.causes().equals(List.of(ids.getLast())));
      assertThat(derived.visits()).isLessThan(8L * length);
    }
  }

  private static long arrows(Town town) {
    return Stream.of(
            town.systems().stream().flatMap(one -> one.needs().stream()),
            town.contacts().stream().flatMap(one -> one.needs().stream()),
            town.services().stream().flatMap(one -> one.needs().stream()),
            town.services().stream()
                .flatMap(one -> one.steps().stream())
                .flatMap(step -> step.needs().stream()))
        .flatMap(Function.identity())
        .mapToLong(need -> need.anyOf().size())
        .sum();
  }
}
