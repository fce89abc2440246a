package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /healthz} says: who serves what, and what is wrong. */
final class Health {
  /** Two clocks that are both right. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final String version;

  Health(String version) {
    this.version = version;
  }

  Prepared of(Sites sites, String host, Optional<SourceWord> source, Instant now) {
    Sites.Town known = sites.byHost().get(host);
    List<Sites.Town> shown = known == null ? sites.towns() : List.of(known);
    List<Map<String, Object>> towns = new ArrayList<>();
    shown.forEach(town -> towns.add(of(town, now)));
    Map<String, Object> all = new TreeMap<>();
    all.put("version", version);
    all.put("pid", ProcessHandle.current().pid());
    all.put("problems", known == null ? sites.problems() : List.of());
    all.put("towns", towns);
    source.ifPresent(word -> all.put("source", of(word, now)));
    if (towns.size() == 1) {
      all.put("town", shown.getFirst().store().town().value());
      all.put("edition", shown.getFirst().site().number());
    }
    String json = JsonMapper.shared().writeValueAsString(all) + "\n";
    return Prepared.of(
        Head.text(shown.isEmpty() ? "503 Service Unavailable" : "200 OK", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> of(SourceWord word, Instant now) {
    Map<String, Object> one = new TreeMap<>();
    one.put("address", word.source().toString());
    word.last().ifPresent(last -> one.put("lastWord", last.toString()));
    one.put("silent", word.isSilent(now));
    one.put("problems", word.problem().isEmpty() ? List.of() : List.of(word.problem()));
    return one;
  }

  private static Map<String, Object> of(EditionLog log) {
    Map<String, Object> one = new TreeMap<>();
    one.put("origin", log.head().origin());
    one.put("size", log.head().size());
    one.put("root", log.head().root().base64());
    return one;
  }

  private static Map<String, Object> of(Sites.Town town, Instant now) {
    Map<String, Object> one = new TreeMap<>();
    List<String> problems = new ArrayList<>(town.problems());
    if (now.plus(CLOCKS_DIFFER).isBefore(town.site().time().toInstant())) {
      problems.add(
          "the clock of this machine is behind: it says "
              + now.truncatedTo(ChronoUnit.SECONDS)
              + ", and the edition is of "
              + town.site().time());
    }
    one.put("town", town.store().town().value());
    one.put("edition", town.site().number());
    one.put("asOf", town.site().time().toString());
    one.put("purpose", town.site().head().purpose().toString());
    one.put("sha256sums", town.site().sums());
    town.log().ifPresent(served -> one.put("log", of(served.log())));
    one.put("problems", problems);
    return one;
  }
}
