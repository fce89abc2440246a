package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.Ended;
import de.notbetrieb.edition.PublicService.Expected;
import de.notbetrieb.edition.PublicService.Outcome;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Expectation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was said of how long it may take stays, with what came of it. */
class ExpectationHistoryTest {
  private static final OffsetDateTime DAY_1 = OffsetDateTime.parse("2023-11-21T15:00:00+01:00");
  private static final LocalDate DATE = DAY_1.toLocalDate();

  private PublicService service = empty();

  @Test
  void anotherRangeReplacesTheOneBeforeAndBothStay() {
    publish(1, ServiceState.UNAVAILABLE, said(0, "2 bis 6 Wochen"));
    publish(21, ServiceState.UNAVAILABLE, said(21, "bis Ende Januar"));

    assertThat(service.expected()).contains(Text.of("bis Ende Januar"));
    assertThat(ranges()).containsExactly("bis Ende Januar", "2 bis 6 Wochen");
    assertThat(outcomes()).containsExactly(Outcome.REPLACED);
    assertThat(service.expectations().getLast().ended().map(Ended::at)).contains(at(21));
  }

  @Test
  void theSameStatementWithOtherWordsIsACorrection() {
    publish(1, ServiceState.UNAVAILABLE, said(0, "2 bis 6 Woche"));
    publish(2, ServiceState.UNAVAILABLE, said(0, "2 bis 6 Wochen"));
    assertThat(ranges()).containsExactly("2 bis 6 Wochen");
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void whatIsBackEndsItWithinTheDaysBeforeOrAfterThem() {
    assertThat(backAt(9)).isEqualTo(Outcome.BACK_EARLIER);
    assertThat(backAt(10)).isEqualTo(Outcome.BACK_AS_SAID);
    assertThat(backAt(20)).isEqualTo(Outcome.BACK_AS_SAID);
    assertThat(backAt(21)).isEqualTo(Outcome.BACK_LATER);
  }

  private Outcome backAt(int day) {
    service = empty();
    publish(1, ServiceState.UNAVAILABLE, within(0, 10, 20));
    publish(day, ServiceState.AVAILABLE, within(0, 10, 20));
    assertThat(service.expected()).isEmpty();
    return outcomes().getFirst();
  }

  @Test
  void afterARelapseTheOldStatementDoesNotComeBackByItself() {
    Optional<Expectation> old = said(0, "einige Tage");
    publish(1, ServiceState.UNAVAILABLE, old);
    publish(5, ServiceState.AVAILABLE, old);
    publish(9, ServiceState.UNAVAILABLE, old);
    assertThat(service.expected()).isEmpty();
    assertThat(outcomes()).containsExactly(Outcome.BACK);

    publish(10, ServiceState.UNAVAILABLE, said(9, "noch einmal einige Tage"));
    assertThat(ranges()).containsExactly("noch einmal einige Tage", "einige Tage");
  }

  @Test
  void whatIsNoLongerSaidIsMarkedAsTakenBack() {
    publish(1, ServiceState.LIMITED, said(0, "einige Tage"));
    publish(2, ServiceState.LIMITED, Optional.empty());
    assertThat(service.expected()).isEmpty();
    assertThat(outcomes()).containsExactly(Outcome.TAKEN_BACK);
  }

  /** Whatever happens in which order. */
  @Test
  void atMostTheNewestStatementIsOpenItIsWhatThePageSaysAndEndsNeverChange() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      service = empty();
      Optional<Expectation> said = Optional.empty();
      for (int day = 1; day < 40; day++) {
        if (random.nextInt(3) == 0) {
          said = random.nextInt(4) == 0 ? Optional.empty() : said(day, "Spanne " + day);
        }
        ServiceState[] states = ServiceState.values();
        ServiceState state = states[random.nextInt(states.length)];
        List<Expected> before = service.expectations();
        publish(day, state, said);
        List<Expected> now = service.expectations();

        assertThat(now.stream().skip(1)).allMatch(one -> one.ended().isPresent());
        assertThat(service.expected()).isEqualTo(Expected.present(now).map(Expected::range));
        assertThat(state == ServiceState.AVAILABLE && service.expected().isPresent()).isFalse();
        assertThat(now.size()).isLessThanOrEqualTo(PublicService.MOST_EXPECTATIONS);
        assertThat(now.stream().filter(one -> one.ended().isPresent()).toList())
            .containsAll(
                before.stream()
                    .filter(one -> one.ended().isPresent())
                    .limit(PublicService.MOST_EXPECTATIONS - 2)
                    .toList());
        publish(day, state, said);
        assertThat(service.expectations()).as("published once more").isEqualTo(now);
      }
    }
  }

  private void publish(int day, ServiceState state, Optional<Expectation> said) {
    List<Expected> expectations = ExpectationHistory.of(Optional.of(service), said, state, at(day));
    service = service.with(List.of(), expectations);
  }

  private static OffsetDateTime at(int day) {
    return DAY_1.plusDays(day);
  }

  private static Optional<Expectation> said(int day, String range) {
    return expectation(day, range, Optional.empty(), Optional.empty());
  }

  private static Optional<Expectation> within(int day, int first, int last) {
    return expectation(
        day, "Spanne", Optional.of(DATE.plusDays(first)), Optional.of(DATE.plusDays(last)));
  }

  private static Optional<Expectation> expectation(
      int day, String range, Optional<LocalDate> first, Optional<LocalDate> last) {
    return Optional.of(
        new Expectation(
            Optional.of(Slug.of("pass")),
            Optional.empty(),
            Text.of(range),
            "Krisenstab",
            at(day),
            Optional.empty(),
            first,
            last,
            Optional.empty()));
  }

  private static PublicService empty() {
    return RandomEditions.full(1, words -> words).services().getFirst().with(List.of(), List.of());
  }

  private List<String> ranges() {
    return service.expectations().stream().map(one -> one.range().de()).toList();
  }

  private List<Outcome> outcomes() {
    return service.expectations().stream()
        .flatMap(one -> one.ended().stream())
        .map(Ended::outcome)
        .toList();
  }
}
