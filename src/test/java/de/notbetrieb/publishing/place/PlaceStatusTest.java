package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.town.PreparedPlace;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlaceStatusTest {
  private static final OffsetDateTime SIX = OffsetDateTime.parse("2026-11-23T06:00:00+01:00");
  private static final OffsetDateTime SEVEN = OffsetDateTime.parse("2026-11-23T07:00:00+01:00");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-11-23T08:00:00+01:00");

  private static Releasing released(boolean sevenWithdrawn) {
    TreeMap<Integer, Releasing.One> all = new TreeMap<>();
    all.put(6, new Releasing.One(Sha256.of("6"), false, SIX));
    all.put(7, new Releasing.One(Sha256.of("7"), sevenWithdrawn, SEVEN));
    return new Releasing(all);
  }

  private static Place place(PreparedPlace.Sort sort) {
    Optional<URI> address =
        sort == PreparedPlace.Sort.DOOR
            ? Optional.empty()
            : Optional.of(URI.create("https://stadt.example/"));
    return new Place(sort, "Stelle", "Pressestelle", address, Optional.empty(), false);
  }

  private static PlaceStatus status(
      Place place, Optional<PlaceStatus.FedBy> fed, Optional<Sighting> seen, Releasing releases) {
    Known known =
        new Known(
            place,
            SIX,
            Feeding.NEVER,
            fed,
            seen,
            seen.map(sighting -> new PlaceStatus.Looked(LATER, sighting.files())));
    return PlaceStatus.of("id", known, releases);
  }

  private static Optional<PlaceStatus.FedBy> hung(int edition, OffsetDateTime when) {
    return Optional.of(new PlaceStatus.FedBy(when, new Actor("p-1"), edition));
  }

  private static Optional<Sighting> seen(Sighting.Verdict verdict, int edition) {
    return Optional.of(new Sighting(verdict, Optional.of(edition), List.of(), 1, LATER));
  }

  @Test
  void aDoorIsRightUntilTheNextEditionAndBehindSinceThen() {
    PlaceStatus six =
        status(place(PreparedPlace.Sort.DOOR), hung(6, SIX), Optional.empty(), released(false));
    PlaceStatus seven =
        status(place(PreparedPlace.Sort.DOOR), hung(7, LATER), Optional.empty(), released(false));

    assertThat(six.standing()).isEqualTo(PlaceStatus.Standing.BEHIND);
    assertThat(six.since()).contains(SEVEN);
    assertThat(seven.standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aDoorWithoutAnythingIsEmpty() {
    PlaceStatus none =
        status(place(PreparedPlace.Sort.DOOR), Optional.empty(), Optional.empty(), released(false));

    assertThat(none.standing()).isEqualTo(PlaceStatus.Standing.EMPTY);
    assertThat(none.standing().isBad()).isTrue();
  }

  @Test
  void whatIsSeenBeatsWhatWasTickedBefore() {
    PlaceStatus old =
        status(
            place(PreparedPlace.Sort.WEB_BLOCK),
            hung(7, SEVEN),
            seen(Sighting.Verdict.GENUINE, 6),
            released(false));

    assertThat(old.standing()).isEqualTo(PlaceStatus.Standing.BEHIND);
    assertThat(old.carries()).contains(6);
  }

  @Test
  void whatWasSeenBeforeATickIsOvertaken() {
    PlaceStatus fresh =
        status(
            place(PreparedPlace.Sort.WEB_BLOCK),
            hung(7, LATER.plusMinutes(1)),
            seen(Sighting.Verdict.GENUINE, 6),
            released(false));

    assertThat(fresh.standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aTakenBackEditionThatStillHangsContradicts() {
    PlaceStatus taken =
        status(place(PreparedPlace.Sort.DOOR), hung(7, SEVEN), Optional.empty(), released(true));

    assertThat(taken.standing()).isEqualTo(PlaceStatus.Standing.CONTRADICTS);
    assertThat(taken.findings()).containsExactly(Finding.of(Finding.What.WITHDRAWN, "7"));
  }

  @Test
  void aSilentPlaceIsNotCalledRight() {
    PlaceStatus silent =
        status(
            place(PreparedPlace.Sort.MIRROR),
            Optional.empty(),
            seen(Sighting.Verdict.UNREACHABLE, 7),
            released(false));

    assertThat(silent.standing()).isEqualTo(PlaceStatus.Standing.UNREACHABLE);
    assertThat(silent.standing().isBad()).isTrue();
  }

  @Test
  void whatOurKeySignedAndNobodyHereKnowsIsLeftToPeople() {
    assertThat(List.of(Finding.What.values()))
        .filteredOn(Finding.What::isMendable)
        .doesNotContain(Finding.What.TWIN, Finding.What.NEWER, Finding.What.OTHER_TOWN)
        .contains(Finding.What.CHANGED_FILE, Finding.What.OTHER_EDITION);
  }
}
