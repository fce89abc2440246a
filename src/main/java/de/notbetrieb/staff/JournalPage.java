package de.notbetrieb.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Entries, newest first.
 *
 * @param kinds the kinds of which there are entries
 * @param people who may have written one
 * @param older the number before which older ones stand
 */
public record JournalPage(
    List<Line> lines,
    Filter filter,
    List<String> kinds,
    List<Someone> people,
    Optional<Long> older) {
  public JournalPage {
    lines = List.copyOf(lines);
    kinds = List.copyOf(kinds);
    people = List.copyOf(people);
  }

  /**
   * One entry.
   *
   * @param record the id of what was changed, empty when it is gone
   */
  public record Line(long number, String when, String kind, String record, String who) {}

  /** A person by pseudonym and name. */
  public record Someone(String pseudonym, String name) {}

  /** What was asked for, each empty when all is wanted; the days as ISO dates. */
  public record Filter(String kind, String who, String from, String until) {
    public boolean isSet() {
      return !(kind + who + from + until).isEmpty();
    }
  }

  /** Where the older entries of the same choice stand. */
  public String olderAddress() {
    return "/journal?kind=%s&who=%s&from=%s&until=%s&before=%d"
        .formatted(
            part(filter.kind()),
            part(filter.who()),
            part(filter.from()),
            part(filter.until()),
            older.orElseThrow());
  }

  private static String part(String written) {
    return URLEncoder.encode(written, StandardCharsets.UTF_8);
  }
}
