package de.notbetrieb.channel.statuspage;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The read paths of the Statuspage API v2, in German, and {@code history.atom} and {@code .rss}. */
public final class StatuspageChannel implements Channel {
  private static final int MOST_INCIDENTS = 50;

  @Override
  public List<PublicFile> render(Edition edition) {
    Components components = new Components(edition);
    List<Outage> outages = Outage.of(edition).stream().limit(MOST_INCIDENTS).toList();
    Incidents incidents = new Incidents(edition, components);
    List<Map<String, @Nullable Object>> all = outages.stream().map(incidents::incident).toList();
    List<Map<String, @Nullable Object>> open =
        outages.stream().filter(o -> o.end().isEmpty()).map(incidents::incident).toList();
    Files files = new Files(page(edition));
    Map<String, Object> status = status(edition);
    files.add("status", Map.of("status", status));
    files.add("components", Map.of("components", components.all()));
    files.add("incidents", Map.of("incidents", all));
    files.add("incidents/unresolved", Map.of("incidents", open));
    for (String none : List.of("", "/upcoming", "/active")) {
      files.add("scheduled-maintenances" + none, Map.of("scheduled_maintenances", List.of()));
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("components", components.all());
    summary.put("incidents", open);
    summary.put("scheduled_maintenances", List.of());
    summary.put("status", status);
    files.add("summary", summary);
    return Stream.concat(files.made.stream(), HistoryFeeds.of(edition, outages, incidents).stream())
        .toList();
  }

  private static Map<String, Object> page(Edition edition) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("id", new Identity(edition.town().slug()).page());
    page.put("name", Incidents.purposed(edition, PlainWords.line(edition.town().name())));
    page.put("url", edition.town().publicAddress().toString());
    page.put("time_zone", edition.town().zone().getId());
    page.put("updated_at", Identity.time(updated(edition)));
    return page;
  }

  /** When a fact of these files last changed: an edition without news leaves them as they are. */
  static OffsetDateTime updated(Edition edition) {
    return Stream.of(
            edition.services().stream().map(PublicService::asOf),
            edition.services().stream().map(s -> StateChange.history(s).getFirst().since()),
            edition.updates().stream().map(PublicUpdate::at))
        .flatMap(times -> times)
        .max(Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(edition.asOf());
  }

  private static Map<String, Object> status(Edition edition) {
    Indicator indicator =
        Indicator.of(edition.services().stream().map(PublicService::state).toList());
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("indicator", indicator.code());
    status.put("description", PhraseBook.of(Language.DE).name("statuspage.indicator", indicator));
    return status;
  }

  /** Every answer begins with the page. */
  private record Files(Map<String, Object> page, List<PublicFile> made) {
    Files(Map<String, Object> page) {
      this(page, new ArrayList<>());
    }

    void add(String path, Map<String, ?> content) {
      Map<String, Object> whole = new LinkedHashMap<>(content);
      whole.put("page", page);
      byte[] bytes = Json.write(whole).getBytes(StandardCharsets.UTF_8);
      made.add(new PublicFile("api/v2/" + path + ".json", bytes));
    }
  }
}
