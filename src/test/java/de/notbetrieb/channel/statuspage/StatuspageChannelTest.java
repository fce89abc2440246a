package de.notbetrieb.channel.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.Varied;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs for status pages read, in the shapes that they expect. */
class StatuspageChannelTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/v2/summary.json",
        "api/v2/incidents.json",
        "api/v2/scheduled-maintenances.json",
        "history.atom",
        "history.rss"
      })
  void theExampleMakesExactlyTheseBytes(String path) throws IOException {
    String name = path.replace('/', '-');
    String made = text(Examples.moessingen(), path);
    Files.createDirectories(Path.of("target", "vectors"));
    Files.writeString(Path.of("target", "vectors", name), made);
    assertThat(made)
        .as("the present bytes lie in target/vectors/" + name)
        .isEqualTo(Rendered.vector(name));
  }

  @Test
  void statesAreSaidInTheWordsOfTheApi() {
    JsonNode components = json(Examples.moessingen(), "api/v2/components.json").path("components");
    assertThat(
            components
                .valueStream()
                .filter(c -> !c.path("group").asBoolean())
                .map(c -> c.path("name").asString() + ": " + c.path("status").asString()))
        .contains(
            "Personalausweis oder Pass beantragen: partial_outage",
            "Fertigen Ausweis abholen: operational",
            "Geburt anzeigen: degraded_performance",
            "Wohngeld beantragen: partial_outage",
            "Karte zahlen im Rathaus: major_outage");
  }

  @Test
  void everyServiceStandsAfterItsGroupAndNamesIt() {
    JsonNode components = json(Examples.moessingen(), "api/v2/components.json").path("components");
    String group = "";
    for (JsonNode component : components) {
      assertThat(component.path("id").asString()).matches("[a-z0-9]{12}");
      if (component.path("group").asBoolean()) {
        group = component.path("id").asString();
        assertThat(component.path("components").isArray()).isTrue();
      } else if (component.path("group_id").isString()) {
        assertThat(component.path("group_id").asString()).isEqualTo(group);
      }
    }
  }

  @Test
  void anUpdateOfTheIncidentSaysFromWhichStateToWhich() {
    JsonNode incident =
        json(Examples.moessingen(), "api/v2/incidents.json").path("incidents").get(0);
    assertThat(incident.path("started_at").asString()).isEqualTo("2023-11-17T16:00:00.000+01:00");
    assertThat(incident.path("status").asString()).isEqualTo("investigating");
    assertThat(
            incident
                .path("incident_updates")
                .valueStream()
                .flatMap(u -> u.path("affected_components").valueStream())
                .filter(a -> a.path("name").asString().startsWith("Personalausweis"))
                .map(a -> a.path("old_status").asString() + " > " + a.path("new_status").asString())
                .distinct())
        .containsExactly(
            "major_outage > partial_outage",
            "partial_outage > partial_outage",
            "partial_outage > major_outage",
            "operational > partial_outage");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anOpenIncidentNeverShowsGreen(long seed) {
    JsonNode summary = json(RandomEditions.of(seed), "api/v2/summary.json");
    boolean open = !summary.path("incidents").isEmpty();
    assertThat(summary.path("status").path("indicator").asString().equals("none")).isEqualTo(!open);
    summary
        .path("incidents")
        .forEach(i -> assertThat(i.path("impact").asString()).isNotEqualTo("none"));
  }

  @Test
  void whenAllGoesAgainTheIncidentIsResolvedAndKeepsItsId() {
    Edition trouble = Examples.moessingen();
    OffsetDateTime then = Examples.AS_OF.plusDays(30);
    List<PublicService> services = new ArrayList<>();
    for (PublicService service : trouble.services()) {
      List<StateSince> history = new ArrayList<>(service.history());
      history.addFirst(new StateSince(ServiceState.AVAILABLE, then));
      services.add(Varied.inState(service, ServiceState.AVAILABLE).with(history));
    }
    Edition well = Varied.with(trouble, services);

    JsonNode before = json(trouble, "api/v2/incidents.json").path("incidents").get(0);
    JsonNode after = json(well, "api/v2/incidents.json").path("incidents").get(0);
    assertThat(after.path("id").asString()).isEqualTo(before.path("id").asString());
    assertThat(after.path("status").asString()).isEqualTo("resolved");
    assertThat(after.path("resolved_at").asString()).isEqualTo("2023-12-21T16:00:00.000+01:00");
    assertThat(json(well, "api/v2/incidents/unresolved.json").path("incidents")).isEmpty();
    assertThat(json(well, "api/v2/status.json").path("status").path("indicator").asString())
        .isEqualTo("none");
  }

  @Test
  void aNewEditionWithoutNewsKeepsEveryFileByteForByte() {
    Edition before = Examples.moessingen();
    Rendered after = Rendered.of(new StatuspageChannel(), Varied.anHourLater(before));
    Rendered.of(new StatuspageChannel(), before)
        .files()
        .forEach((path, bytes) -> assertThat(after.bytes(path)).as(path).isEqualTo(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"history.atom", "history.rss"})
  void othersReadTheHistory(String path) throws FeedException {
    String xml = text(Examples.moessingen(), path);
    assertThat(
            Commands.run(
                xml.getBytes(java.nio.charset.StandardCharsets.UTF_8), "xmllint", "--noout", "-"))
        .isEmpty();
    SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
    assertThat(feed.getEntries())
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.getTitle()).contains("Notbetrieb seit 17. November 2023"));
  }

  private static JsonNode json(Edition edition, String path) {
    return JsonMapper.shared().readTree(text(edition, path));
  }

  private static String text(Edition edition, String path) {
    return Rendered.of(new StatuspageChannel(), edition).text(path);
  }
}
