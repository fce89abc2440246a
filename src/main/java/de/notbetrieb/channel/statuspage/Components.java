package de.notbetrieb.channel.statuspage;

import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Services as components, life situations as groups of them, all in one list. */
final class Components {
  private static final Comparator<OffsetDateTime> BY_INSTANT =
      Comparator.comparing(OffsetDateTime::toInstant);

  private final Edition edition;
  private final Identity ids;
  private final List<Map<String, @Nullable Object>> all = new ArrayList<>();
  private final Map<Slug, Map<String, @Nullable Object>> byService = new LinkedHashMap<>();

  Components(Edition edition) {
    this.edition = edition;
    this.ids = new Identity(edition.town().slug());
    int position = 1;
    for (PublicLifeSituation about : edition.lifeSituations()) {
      List<PublicService> inside = services(s -> s.lifeSituation().equals(about.slug()));
      if (!inside.isEmpty()) {
        all.add(group(about, inside, position++));
        add(inside, Optional.of(ids.group(about.slug())), 1);
      }
    }
    Set<Slug> known =
        edition.lifeSituations().stream()
            .map(PublicLifeSituation::slug)
            .collect(Collectors.toSet());
    add(services(s -> !known.contains(s.lifeSituation())), Optional.empty(), position);
  }

  /** Each group with its services after it. */
  List<Map<String, @Nullable Object>> all() {
    return all;
  }

  List<Map<String, @Nullable Object>> of(List<PublicService> services) {
    return services.stream()
        .map(service -> Optional.ofNullable(byService.get(service.slug())).orElseThrow())
        .toList();
  }

  static String status(ServiceState state) {
    return switch (state) {
      case UNAVAILABLE -> "major_outage";
      case UNKNOWN, ELSEWHERE -> "partial_outage";
      case LIMITED -> "degraded_performance";
      case AVAILABLE -> "operational";
    };
  }

  static String name(PublicService service) {
    return PlainWords.line(service.name(), Language.DE);
  }

  private List<PublicService> services(Function<PublicService, Boolean> wanted) {
    return edition.services().stream().filter(wanted::apply).toList();
  }

  private void add(List<PublicService> services, Optional<String> group, int first) {
    int position = first;
    for (PublicService service : services) {
      Map<String, @Nullable Object> made = component(service, group, position++);
      all.add(made);
      byService.put(service.slug(), made);
    }
  }

  private Map<String, @Nullable Object> component(
      PublicService service, Optional<String> group, int position) {
    OffsetDateTime created = StateChange.history(service).getLast().since();
    Map<String, @Nullable Object> made =
        usual(ids.component(service.slug()), name(service), service.state(), position);
    made.put("created_at", Identity.time(created));
    made.put("updated_at", Identity.time(service.asOf()));
    made.put("description", PlainWords.line(service.instruction(), Language.DE));
    made.put("start_date", created.toLocalDate().toString());
    made.put("group_id", group.orElse(null));
    made.put("group", false);
    return made;
  }

  private Map<String, @Nullable Object> group(
      PublicLifeSituation about, List<PublicService> inside, int position) {
    ServiceState worst =
        inside.stream()
            .map(PublicService::state)
            .reduce(ServiceState.AVAILABLE, ServiceState::worse);
    OffsetDateTime created =
        inside.stream()
            .map(s -> StateChange.history(s).getLast().since())
            .min(BY_INSTANT)
            .orElseThrow();
    Map<String, @Nullable Object> made =
        usual(ids.group(about.slug()), PlainWords.line(about.name(), Language.DE), worst, position);
    made.put("created_at", Identity.time(created));
    made.put(
        "updated_at",
        Identity.time(inside.stream().map(PublicService::asOf).max(BY_INSTANT).orElseThrow()));
    made.put("description", null);
    made.put("start_date", created.toLocalDate().toString());
    made.put("group_id", null);
    made.put("group", true);
    made.put("components", inside.stream().map(s -> ids.component(s.slug())).toList());
    return made;
  }

  private Map<String, @Nullable Object> usual(
      String id, String name, ServiceState state, int position) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    made.put("id", id);
    made.put("name", name);
    made.put("status", status(state));
    made.put("position", position);
    made.put("showcase", false);
    made.put("page_id", ids.page());
    made.put("only_show_if_degraded", false);
    return made;
  }
}
