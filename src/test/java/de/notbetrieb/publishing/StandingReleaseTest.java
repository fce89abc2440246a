package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.publishing.StandingRelease.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one person may publish by a decision in advance: bad news and no news, never good news. */
class StandingReleaseTest {
  private static final Edition LIVE = Examples.moessingen();

  @Test
  void theSameWordsConfirmedLaterAreAConfirmation() {
    Edition later = Request.confirmed(LIVE, LIVE.asOf().plusDays(1), Optional.empty());

    assertThat(StandingRelease.between(LIVE, later)).contains(Difference.CONFIRMATION);
  }

  @Test
  void aServiceThatFailsIsWorseNews() {
    assertThat(StandingRelease.between(LIVE, with(ServiceState.UNAVAILABLE)))
        .contains(Difference.WORSE_NEWS);
  }

  @Test
  void aServiceThatReturnsNeedsTwo() {
    assertThat(StandingRelease.between(with(ServiceState.UNAVAILABLE), LIVE)).isEmpty();
  }

  @Test
  void anUpdateNeedsTwoEvenBesideWorseNews() {
    List<PublicUpdate> updates = new ArrayList<>(LIVE.updates());
    updates.add(
        new PublicUpdate(
            Slug.of("neu"), LIVE.asOf(), Text.of("Neu"), List.of(Text.of("Satz.")), List.of()));

    assertThat(StandingRelease.between(LIVE, withUpdates(with(ServiceState.UNAVAILABLE), updates)))
        .isEmpty();
  }

  @Test
  void aDecisionHoldsOnlyWhenASecondPersonAgreedOrThereWasNone() {
    Edition later = Request.confirmed(LIVE, LIVE.asOf().plusDays(1), Optional.empty());

    assertThat(decided(Optional.empty(), Optional.empty()).covers(Optional.of(LIVE), later))
        .isFalse();
    assertThat(
            decided(Optional.of(new Actor("p-zwei")), Optional.empty())
                .covers(Optional.of(LIVE), later))
        .isTrue();
    assertThat(
            decided(Optional.empty(), Optional.of("Erste Stunde"))
                .covers(Optional.of(LIVE), with(ServiceState.UNAVAILABLE)))
        .isFalse();
  }

  private static StandingRelease decided(Optional<Actor> second, Optional<String> alone) {
    return new StandingRelease(
        List.of(Difference.CONFIRMATION), new Actor("p-eins"), LIVE.asOf(), second, alone);
  }

  /** The first service that is not there yet in that state, now in it. */
  private static Edition with(ServiceState state) {
    List<PublicService> services = new ArrayList<>(LIVE.services());
    int at = 0;
    while (services.get(at).state().compareTo(state) <= 0) {
      at++;
    }
    String json = Json.write(services.get(at).with(List.of()));
    services.set(
        at,
        Json.read(
            json.replaceFirst(
                "\"state\":\"" + services.get(at).state() + "\"", "\"state\":\"" + state + "\""),
            PublicService.class));
    assertThat(services.get(at).state()).isEqualTo(state);
    return edition(services, LIVE.updates());
  }

  private static Edition withUpdates(Edition edition, List<PublicUpdate> updates) {
    return edition(edition.services(), updates);
  }

  private static Edition edition(List<PublicService> services, List<PublicUpdate> updates) {
    return new Edition(
        LIVE.number(),
        LIVE.purpose(),
        LIVE.asOf(),
        LIVE.confirmedAt(),
        LIVE.nextWordDue(),
        LIVE.previous(),
        LIVE.town(),
        LIVE.languages(),
        LIVE.headline(),
        LIVE.lead(),
        LIVE.contacts(),
        LIVE.offices(),
        LIVE.units(),
        LIVE.lifeSituations(),
        services,
        LIVE.notices(),
        LIVE.runningNormally(),
        updates,
        LIVE.answers(),
        LIVE.course());
  }
}
