package de.notbetrieb.town.calendar;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import de.notbetrieb.platform.TimeSpan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Regular hours in OSM opening_hours syntax, as far as a town hall needs it: weekdays, the nth one
 * of a month, months, dates, years, public holidays, several times a day, off, unknown (counts as
 * not open), fallback. What else the syntax can say is refused, never misread. The library parses,
 * evaluating is ours.
 */
public final class OpeningHours {
  private static final int DAY = 1440;
  private static final int MAX_LENGTH = 1000;
  private static final Pattern SPAN = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

  private final List<Rule> rules;

  private OpeningHours(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Hours, or why they are none. */
  public sealed interface Parsed {}

  /** Readable hours. */
  public record Readable(OpeningHours hours) implements Parsed {}

  /**
   * Not hours.
   *
   * @param suggestion what would be right, when a lenient reading makes sense of it
   */
  public record Unreadable(Why why, Optional<String> suggestion) implements Parsed {}

  /** What is the matter with a text that is no hours. */
  public enum Why {
    NOT_OPENING_HOURS,
    NOT_SUPPORTED
  }

  public static Parsed parse(String written) {
    if (written.length() > MAX_LENGTH) {
      return new Unreadable(Why.NOT_OPENING_HOURS, Optional.empty());
    }
    Optional<List<Rule>> strict = rules(written, true);
    if (strict.isEmpty()) {
      Optional<String> suggestion =
          rules(written, false)
              .map(Util::rulesToOpeningHoursString)
              .map(OpeningHours::pastMidnight)
              .filter(text -> rules(text, true).isPresent());
      return new Unreadable(Why.NOT_OPENING_HOURS, suggestion);
    }
    boolean supported =
        strict.get().stream().allMatch(RuleDays::isSupported) && !cutsTheNight(strict.get());
    return supported
        ? new Readable(new OpeningHours(strict.get()))
        : new Unreadable(Why.NOT_SUPPORTED, Optional.empty());
  }

  /** As the strict reading wants it: 20:00-26:00, not 20:00-02:00. */
  private static String pastMidnight(String hours) {
    return SPAN.matcher(hours)
        .replaceAll(
            span -> {
              int from = Integer.parseInt(span.group(1) + span.group(2));
              int until = Integer.parseInt(span.group(3) + span.group(4));
              return until > from
                  ? span.group()
                  : "%s:%s-%02d:%s"
                      .formatted(span.group(1), span.group(2), until / 100 + 24, span.group(4));
            });
  }

  /** Whether hours past midnight meet a day that is unknown: readers disagree on what then holds. */
  private static boolean cutsTheNight(List<Rule> rules) {
    boolean pastMidnight =
        rules.stream()
            .filter(OpeningHours::hasTimes)
            .flatMap(rule -> times(rule).stream())
            .anyMatch(span -> span.untilMinute() > DAY);
    return pastMidnight && rules.stream().anyMatch(rule -> isUnknown(rule) && !rule.isFallBack());
  }

  private static Optional<List<Rule>> rules(String written, boolean strict) {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    try {
      List<Rule> rules =
          new OpeningHoursParser(new ByteArrayInputStream(bytes), "UTF-8").rules(strict);
      List<Rule> said = rules.stream().filter(rule -> !rule.isEmpty()).toList();
      return said.isEmpty() ? Optional.empty() : Optional.of(said);
    } catch (OpeningHoursParseException | TokenMgrError e) {
      return Optional.empty();
    }
  }

  /**
   * When it is open on that day: in order, without overlap. A span that reaches past midnight
   * belongs to the day on which it begins.
   */
  public List<TimeSpan> on(LocalDate date, Predicate<LocalDate> holiday) {
    List<TimeSpan> open = new ArrayList<>();
    boolean fallback = false;
    List<TimeSpan> instead = new ArrayList<>();
    for (Rule rule : rules) {
      fallback |= rule.isFallBack();
      if (RuleDays.matches(rule, date, holiday)) {
        if (isShut(rule) && !hasTimes(rule)) {
          open.clear();
          instead.clear();
        }
        apply(rule, fallback ? instead : open);
      }
    }
    List<TimeSpan> gaps = new ArrayList<>(instead);
    open.forEach(span -> subtract(gaps, span));
    open.addAll(gaps);
    return merged(open);
  }

  /** Whether the hours themselves say what holds on public holidays. */
  boolean namesHolidays() {
    return rules.stream()
        .anyMatch(rule -> rule.getHolidays() != null && !rule.getHolidays().isEmpty());
  }

  private static void apply(Rule rule, List<TimeSpan> open) {
    List<TimeSpan> times = times(rule);
    if (isShut(rule)) {
      times.forEach(span -> subtract(open, span));
      return;
    }
    if (!rule.isAdditive()) {
      open.clear();
    }
    if (isUnknown(rule)) {
      times.forEach(span -> subtract(open, span));
    } else {
      open.addAll(times);
    }
  }

  private static boolean hasTimes(Rule rule) {
    return rule.getTimes() != null && !rule.getTimes().isEmpty();
  }

  private static List<TimeSpan> times(Rule rule) {
    if (!hasTimes(rule)) {
      return List.of(new TimeSpan(0, DAY));
    }
    return rule.getTimes().stream()
        .map(
            span -> {
              int end = span.getEnd() <= span.getStart() ? span.getEnd() + DAY : span.getEnd();
              return new TimeSpan(span.getStart(), end);
            })
        .toList();
  }

  private static boolean isShut(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return modifier != null
        && (modifier.getModifier() == RuleModifier.Modifier.OFF
            || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
  }

  /** Said to be unknown, or only a comment is given. */
  private static boolean isUnknown(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return modifier != null
        && (modifier.getModifier() == RuleModifier.Modifier.UNKNOWN
            || (modifier.getModifier() == null && modifier.getComment() != null));
  }

  private static void subtract(List<TimeSpan> open, TimeSpan gone) {
    List<TimeSpan> left = new ArrayList<>();
    for (TimeSpan span : open) {
      if (span.fromMinute() < gone.fromMinute()) {
        left.add(new TimeSpan(span.fromMinute(), Math.min(span.untilMinute(), gone.fromMinute())));
      }
      if (span.untilMinute() > gone.untilMinute() && gone.untilMinute() < DAY) {
        left.add(new TimeSpan(Math.max(span.fromMinute(), gone.untilMinute()), span.untilMinute()));
      }
    }
    open.clear();
    open.addAll(left);
  }

  private static List<TimeSpan> merged(List<TimeSpan> spans) {
    List<TimeSpan> merged = new ArrayList<>();
    for (TimeSpan span : spans.stream().sorted().toList()) {
      if (!merged.isEmpty() && merged.getLast().untilMinute() >= span.fromMinute()) {
        TimeSpan last = merged.removeLast();
        merged.add(
            new TimeSpan(last.fromMinute(), Math.max(last.untilMinute(), span.untilMinute())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
