package de.notbetrieb.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derived.DerivedContact;
import de.notbetrieb.situation.Derived.DerivedService;
import de.notbetrieb.situation.Derived.DerivedStep;
import de.notbetrieb.situation.Derived.DerivedSystem;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold in any town, whatever happens; half of these towns need each other in circles. */
class DerivationPropertiesTest {
  private static final int TOWNS = 150;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2023-11-21T13:42:00+01:00");

  private static Stream<Situation> situations() {
    return LongStream.range(0, TOWNS).mapToObj(RandomSituations::small);
  }

  @Test
  void aSystemThatGetsWorseMakesNothingBetter() {
    situations()
        .forEach(
            situation -> {
              Derived before = Derivation.of(situation);
              for (SystemAsset system : situation.town().systems()) {
                SystemState own = before.system(system.id()).own();
                for (SystemState worse : SystemState.values()) {
                  if (worse.compareTo(own) > 0) {
                    assertNothingIsBetter(
                        before, Derivation.of(situation.with(status(system.id(), worse))));
                  }
                }
              }
            });
  }

  private static void assertNothingIsBetter(Derived before, Derived after) {
    for (DerivedSystem system : after.systems().values()) {
      assertThat(system.state()).isGreaterThanOrEqualTo(before.system(system.system()).state());
    }
    for (DerivedContact contact : after.contacts().values()) {
      assertThat(rank(contact.state()))
          .isGreaterThanOrEqualTo(rank(before.contact(contact.contact()).state()));
    }
    for (DerivedService service : after.services().values()) {
      DerivedService then = before.service(service.service());
      assertThat(service.state()).isLessThanOrEqualTo(then.state());
      for (int i = 0; i < service.steps().size(); i++) {
        assertThat(service.steps().get(i).state()).isLessThanOrEqualTo(then.steps().get(i).state());
      }
    }
    assertThat(Consequences.between(before, after).returning()).isEmpty();
  }

  private static int rank(WayInState state) {
    return List.of(WayInState.UP, WayInState.LIMITED, WayInState.UNKNOWN, WayInState.DOWN)
        .indexOf(state);
  }

  @Test
  void theOrderInWhichThingsAreSaidMakesNoDifference() {
    situations()
        .forEach(
            situation -> {
              Situation shuffled =
                  new Situation(
                      situation.town(),
                      situation.incident(),
                      shuffled(situation.systems()),
                      shuffled(situation.contacts()),
                      shuffled(situation.offices()),
                      shuffled(situation.fallbacks()),
                      shuffled(situation.overrides()),
                      shuffled(situation.expectations()));
              assertThat(Derivation.of(shuffled)).isEqualTo(Derivation.of(situation));
            });
  }

  private static <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(7));
    return copy;
  }

  @Test
  void aPersonsWordWins() {
    situations()
        .forEach(
            situation -> {
              Derived derived = Derivation.of(situation);
              for (Override override : situation.overrides()) {
                DerivedService service = derived.service(override.service());
                if (override.step().isEmpty()) {
                  assertThat(service.state()).isEqualTo(override.state());
                  assertThat(service.sentence()).isEqualTo(override.sentence());
                } else {
                  DerivedStep step =
                      service.steps().stream()
                          .filter(one -> one.step().equals(override.step().orElseThrow()))
                          .findFirst()
                          .orElseThrow();
                  assertThat(step.state()).isEqualTo(override.state());
                  assertThat(step.sentence()).isEqualTo(override.sentence());
                }
              }
            });
  }

  @Test
  void anExplanationNamesSystemsThatThemselvesHaveFailed() {
    situations()
        .forEach(
            situation -> {
              Derived derived = Derivation.of(situation);
              for (DerivedSystem system : derived.systems().values()) {
                assertThat(system.causes().isEmpty()).isEqualTo(system.state() == SystemState.UP);
                assertFailed(derived, system.causes());
              }
              for (DerivedContact contact : derived.contacts().values()) {
                assertFailed(derived, contact.causes());
              }
              for (DerivedService service : derived.services().values()) {
                assertFailed(derived, service.causes());
                boolean bySystems =
                    service.override().isEmpty()
                        && situation.overrides().stream()
                            .noneMatch(one -> one.service().equals(service.service()));
                if (bySystems && service.state() != ServiceState.AVAILABLE) {
                  assertThat(service.causes()).isNotEmpty();
                }
              }
            });
  }

  private static void assertFailed(Derived derived, List<Slug> causes) {
    assertThat(causes).doesNotHaveDuplicates();
    for (Slug cause : causes) {
      assertThat(derived.system(cause).own()).isNotEqualTo(SystemState.UP);
    }
  }

  @Test
  void whatResidentsReadAsTheReasonIsMadeOfPublicSentencesOnly() {
    situations()
        .forEach(
            situation -> {
              Town town = situation.town();
              for (DerivedService service : Derivation.of(situation).services().values()) {
                Set<String> allowed = new HashSet<>(DefaultSentences.OUTAGE.all().toList());
                service.causes().stream()
                    .flatMap(cause -> town.system(cause).orElseThrow().publicReason().stream())
                    .flatMap(Text::all)
                    .forEach(allowed::add);
                service.reason().stream()
                    .flatMap(Text::all)
                    .forEach(words -> assertThat(madeOf(words, allowed)).as(words).isTrue());
              }
            });
  }

  private static boolean madeOf(String words, Set<String> allowed) {
    String rest = words;
    for (String sentence : allowed) {
      rest = rest.replace(sentence, "");
    }
    return rest.isBlank();
  }

  @Test
  void aNameThatIsNotPublicChangesNothingThatResidentsRead() {
    situations()
        .forEach(
            situation -> {
              Derived renamed = Derivation.of(renamed(situation));
              assertThat(renamed).isEqualTo(Derivation.of(situation));
            });
  }

  private static Situation renamed(Situation situation) {
    Town town = situation.town();
    List<SystemAsset> systems =
        town.systems().stream()
            .map(
                one ->
                    new SystemAsset(
                        one.id(),
                        one.formerly(),
                        "Umbenannt",
                        one.kind(),
                        Optional.of("Anderswo"),
                        one.publicReason(),
                        one.needs(),
                        Optional.of("Notiz")))
            .toList();
    return inTown(situation, with(town, systems));
  }

  private static Town with(Town town, List<SystemAsset> systems) {
    return new Town(
        town.town(),
        town.languages(),
        town.offices(),
        town.units(),
        town.contacts(),
        systems,
        town.lifeSituations(),
        town.services(),
        town.fallbacks(),
        town.partners(),
        town.places(),
        town.holidays(),
        town.policy());
  }

  private static Situation inTown(Situation situation, Town town) {
    return new Situation(
        town,
        situation.incident(),
        situation.systems(),
        situation.contacts(),
        situation.offices(),
        situation.fallbacks(),
        situation.overrides(),
        situation.expectations());
  }

  @Test
  void onlyPublicWaysThatAreOpenAreNamed() {
    situations()
        .forEach(
            situation -> {
              Derived derived = Derivation.of(situation);
              for (DerivedService service : derived.services().values()) {
                Set<WayInState> states = new HashSet<>();
                for (Slug way : service.waysIn()) {
                  assertThat(situation.town().contact(way).orElseThrow().audience())
                      .isEqualTo(Visibility.PUBLIC);
                  states.add(derived.contact(way).state());
                }
                assertThat(states)
                    .isIn(Set.of(), Set.of(WayInState.UP), Set.of(WayInState.LIMITED));
              }
            });
  }

  @Test
  void nobodyHavingSaidAnythingEverythingGoes() {
    for (long seed = 0; seed < 50; seed++) {
      Town town = RandomTowns.small(seed);
      Derived derived = Derivation.of(nothingSaid(town));
      assertThat(derived.services().values())
          .allMatch(service -> service.state() == ServiceState.AVAILABLE)
          .allMatch(service -> service.reason().isEmpty() && service.causes().isEmpty());
    }
  }

  static Situation nothingSaid(Town town) {
    return new Situation(
        town, Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static SystemStatus status(Slug system, SystemState state) {
    return new SystemStatus(system, state, Optional.empty(), NOW, Optional.empty());
  }
}
