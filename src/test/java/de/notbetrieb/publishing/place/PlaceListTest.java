package de.notbetrieb.publishing.place;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.access.Person;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.PreparedPlace;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.file.TownFile;
import de.notbetrieb.town.file.WrittenTown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prepared town brings its places with it; how they are fed is nobody's file's business. */
class PlaceListTest {
  private static final String PLACES =
      """

      places:
        - {id: ansage, sort: tape, name: Telefonansage, feeder: Telefonzentrale}
        - {id: raum, sort: upload, name: Webspeicher, address: "https://www.stadt.example/"}
      """;

  @TempDir Path data;
  private PublishingWorld world;
  private Places places;
  private Person person;

  @BeforeEach
  void open() throws IOException {
    world = PublishingWorld.founded(data);
    places = new Places(world.journal, world.editions, data);
    person = world.person("allein");
    bring(PLACES);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** What the import changes of the places. */
  private List<ImportPlan.Step> bring(String part) throws IOException {
    String file = Files.readString(Path.of("src/test/resources/towns/musterstadt.yaml")) + part;
    TownFile read = TownFile.read("stadt.yaml", file.getBytes(StandardCharsets.UTF_8));
    assertThat(read.hasErrors()).isFalse();
    Town town = read.town().orElseThrow();
    List<ImportPlan.Step> steps = new ArrayList<>();
    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          ImportPlan plan = ImportPlan.of(change, town, false);
          plan.apply(change);
          steps.addAll(plan.steps());
        });
    return steps.stream().filter(step -> step.kind().equals("town.place")).toList();
  }

  private void feed() {
    places
        .accesses()
        .feedBy(
            TOWN,
            person,
            RequestId.random(),
            "raum",
            new Upload(Upload.Way.SFTP, "sftp://web.example/raum", "stadt", "", Optional.empty()),
            Optional.of("ein kennwort"),
            places.stored(TOWN, "raum").entry());
  }

  @Test
  void thePlacesOfTheFileAreOnTheBoard() {
    assertThat(places.board(TOWN))
        .extracting(status -> status.id() + " " + status.place().feeder())
        .containsExactlyInAnyOrder("ansage Telefonzentrale", "raum ");
    assertThat(places.stored(TOWN, "raum").value().isFed()).isFalse();
  }

  @Test
  void anAccessStandsBesideTheFileAndInNoExport() throws IOException {
    feed();

    assertThat(places.stored(TOWN, "raum").value().isFed()).isTrue();
    String written = WrittenTown.yaml(Towns.of(world.journal.read(TOWN)).orElseThrow());
    assertThat(written).contains("Webspeicher", "sort: upload").doesNotContain("sftp", "kennwort");
    assertThat(bring(PLACES)).as("brought back it changes nothing").isEmpty();
    assertThat(bring(PLACES.replace("Webspeicher", "Webraum"))).hasSize(1);
    Place renamed = places.stored(TOWN, "raum").value();
    assertThat(renamed.name()).isEqualTo("Webraum");
    assertThat(renamed.isFed()).as("the access stays").isTrue();
  }

  @Test
  void whatPeopleSayAnewStaysAndWhatTheyTookAwayDoesNotComeBack() throws IOException {
    Stored<Place> tape = places.stored(TOWN, "ansage");
    Place other =
        new Place(
            PreparedPlace.Sort.TAPE, "Ansage", "Pforte", Optional.empty(), Optional.empty(), false);
    places.describe(TOWN, person, RequestId.random(), "ansage", other, tape.entry());
    places.remove(TOWN, person, RequestId.random(), "raum");

    assertThat(bring(PLACES)).extracting(ImportPlan.Step::fate).containsOnly(ImportPlan.Fate.KEPT);
    assertThat(places.board(TOWN))
        .extracting(status -> status.place().feeder())
        .containsExactly("Pforte");
  }

  @Test
  void whoSawAnOlderOneIsOvertaken() {
    Stored<Place> seen = places.stored(TOWN, "raum");
    feed();

    assertThatThrownBy(
            () ->
                places.describe(
                    TOWN, person, RequestId.random(), "raum", seen.value(), seen.entry()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPlaceFromBeforeTheFileKnewPlacesIsReadAndBecomesOneOfTheTowns() {
    Place old =
        new Place(PreparedPlace.Sort.DOOR, "Tür", "", Optional.empty(), Optional.empty(), false);
    world.journal.write(
        TOWN, Actor.PROGRAM, RequestId.random(), change -> change.put(Place.KIND, "tuer", old));
    Stored<Place> stored = places.stored(TOWN, "tuer");
    assertThat(stored.value()).isEqualTo(old);

    Place named =
        new Place(
            PreparedPlace.Sort.DOOR, "Haupttür", "", Optional.empty(), Optional.empty(), false);
    places.describe(TOWN, person, RequestId.random(), "tuer", named, stored.entry());

    Town town = Towns.of(world.journal.read(TOWN)).orElseThrow();
    assertThat(town.places()).extracting(PreparedPlace::name).contains("Haupttür");
    assertThat(places.stored(TOWN, "tuer").value().name()).isEqualTo("Haupttür");
    places.remove(TOWN, person, RequestId.random(), "tuer");
    assertThat(places.board(TOWN)).extracting(PlaceStatus::id).doesNotContain("tuer");
  }

  @Test
  void theUsualPlacesAreThoseOfTheTown() {
    Place door =
        new Place(PreparedPlace.Sort.DOOR, "Tür", "", Optional.empty(), Optional.empty(), false);
    places.begin(TOWN, person, RequestId.random(), Map.of("tuer-rathaus", door, "ansage", door));

    assertThat(Towns.of(world.journal.read(TOWN)).orElseThrow().places())
        .extracting(place -> place.id().value() + " " + place.sort())
        .containsExactlyInAnyOrder("ansage TAPE", "raum UPLOAD", "tuer-rathaus DOOR");
  }
}
