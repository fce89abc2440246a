package de.notbetrieb.publishing;

import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.RandomNewsrooms;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.RandomSituations;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.RandomRecords;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A random town with a canary in every component that is hidden, and the words of every record that
 * is for staff or not ready: none of them may be found in public.
 */
final class Canaries {
  /** Years in which nothing else happens; one for each hidden date. */
  private static final List<String> DATES =
      List.of(
          "Incident.began",
          "SystemStatus.since",
          "ContactStatus.since",
          "FallbackInForce.since",
          "Override.until");

  private static final int FIRST_YEAR = 2151;
  private static final Pattern HIDDEN_YEAR =
      Pattern.compile("(?<!\\w)215[1-5]-\\d\\d|\\d\\.215[1-5](?!\\w)");
  private static final Pattern WORD = Pattern.compile("wort[a-z]+\\d{6}");
  private static final Pattern HIDDEN_ID =
      Pattern.compile("(?<![\\w-])(system|fallback|partner)-\\d+(?!\\w)");

  final Situation situation;
  final Newsroom newsroom;
  final RandomRecords records;
  private final TreeSet<String> hidden = new TreeSet<>();
  private final TreeMap<String, String> componentOf = new TreeMap<>();

  Canaries(long seed, Declared declared) {
    RandomTowns towns = new RandomTowns(seed, RandomTowns.Size.SMALL);
    this.records = towns.records();
    for (String component : DATES) {
      records.rule(component, date(component));
    }
    Town town = towns.town(seed % 2 == 1);
    this.situation = new RandomSituations(records).of(town);
    this.newsroom = new RandomNewsrooms(records).of(town);
    records.planted().forEach((word, component) -> componentOf.put(lower(word), component));
    records.planted().entrySet().stream()
        .filter(planted -> declared.isHidden(planted.getValue()))
        .forEach(planted -> hidden.add(lower(planted.getKey())));
    hide(situation);
    hide(newsroom);
  }

  private static Supplier<?> date(String component) {
    LocalDate day = LocalDate.of(FIRST_YEAR + DATES.indexOf(component), 7, 14);
    OffsetDateTime instant = day.atTime(LocalTime.NOON).atOffset(ZoneOffset.ofHours(1));
    return switch (component) {
      case "Incident.began" -> () -> day;
      case "Override.until" -> () -> Optional.of(day);
      default -> () -> instant;
    };
  }

  static List<String> dates() {
    return DATES;
  }

  /** The words of records that are not for the public, wherever they lie. */
  private void hide(Object value) {
    switch (value) {
      case Collection<?> many -> many.forEach(this::hide);
      case Optional<?> one -> one.ifPresent(this::hide);
      case de.notbetrieb.situation.Expectation one when one.system().isPresent() ->
          words(one.range());
      case Record record -> {
        if (isHidden(record)) {
          words(record);
        } else {
          parts(record).forEach(this::hide);
        }
      }
      default -> {}
    }
  }

  private static boolean isHidden(Record record) {
    return parts(record).stream().anyMatch(Visibility.STAFF::equals)
        || Set.of("Update", "Answer", "Notice", "Normality")
                .contains(record.getClass().getSimpleName())
            && parts(record).stream().anyMatch(Boolean.FALSE::equals);
  }

  private void words(Object value) {
    switch (value) {
      case Collection<?> many -> many.forEach(this::words);
      case Optional<?> one -> one.ifPresent(this::words);
      case Slug ignored -> {}
      case Record record -> parts(record).forEach(this::words);
      default -> {
        if (componentOf.containsKey(lower(value.toString()))) {
          hidden.add(lower(value.toString()));
        }
      }
    }
  }

  private static List<Object> parts(Record record) {
    return java.util.Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> part(record, component))
        .toList();
  }

  private static Object part(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component.toString(), e);
    }
  }

  /** What was found that must not be there, with the component it came from. */
  Set<String> foundIn(String text) {
    Set<String> found = new TreeSet<>();
    WORD.matcher(text)
        .results()
        .map(one -> one.group())
        .filter(hidden::contains)
        .forEach(found::add);
    HIDDEN_YEAR.matcher(text).results().forEach(one -> found.add(one.group()));
    HIDDEN_ID.matcher(text).results().forEach(one -> found.add(one.group()));
    hidden.stream()
        .filter(word -> !word.startsWith("wort"))
        .forEach(
            digits -> {
              String bare = digits.replaceAll("\\D", "");
              if (text.contains(digits)
                  || text.contains(bare)
                  || text.contains("+49" + bare.substring(1))) {
                found.add(digits);
              }
            });
    found.removeIf(word -> word.startsWith("wort") && !hidden.contains(word));
    return found.stream()
        .map(word -> word + " of " + componentOf.getOrDefault(word, "?"))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
