package de.notbetrieb.town.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.notbetrieb.platform.TimeSpan;
import de.notbetrieb.town.Holidays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases of another project's tests, which cannot be shipped: run when the folder is there. A
 * value that is read must be read as they expect; unknown counts as not open.
 */
class OpeningHoursOfOthersTest {
  private static final Path CASES =
      Path.of(
          Optional.ofNullable(System.getenv("NOTBETRIEB_SHARED")).orElse("../shared"),
          "data/opening_hours/municipal-profile.json");

  @Test
  void nothingThatIsReadIsMisread() throws Exception {
    assumeTrue(Files.exists(CASES), "the cases lie only in ../shared");
    int read = 0;
    int refused = 0;
    int suggested = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode one : JsonMapper.shared().readTree(Files.readString(CASES)).get("cases")) {
      for (JsonNode value : one.get("values")) {
        switch (OpeningHours.parse(value.asString())) {
          case OpeningHours.Readable(OpeningHours hours) -> {
            read++;
            check(one, value.asString(), hours).ifPresent(wrong::add);
          }
          case OpeningHours.Unreadable(var why, var suggestion) -> {
            refused++;
            suggested += suggestion.isPresent() ? 1 : 0;
          }
        }
      }
    }
    System.out.printf(
        "opening hours of others: %d read, %d refused, %d of them with a suggestion%n",
        read, refused, suggested);
    assertThat(wrong).isEmpty();
  }

  private static Optional<String> check(JsonNode one, String value, OpeningHours hours) {
    PublicHolidays holidays = new PublicHolidays(new Holidays("bw", List.of()));
    LocalDateTime from = moment(one.get("from").asString());
    LocalDateTime until = moment(one.get("to").asString());
    TreeMap<LocalDateTime, LocalDateTime> found = new TreeMap<>();
    for (LocalDate day = from.toLocalDate().minusDays(2);
        day.atStartOfDay().isBefore(until);
        day = day.plusDays(1)) {
      for (TimeSpan span : hours.on(day, date -> holidays.on(date).isPresent())) {
        add(
            found,
            latest(day.atStartOfDay().plusMinutes(span.fromMinute()), from),
            earliest(day.atStartOfDay().plusMinutes(span.untilMinute()), until));
      }
    }
    TreeMap<LocalDateTime, LocalDateTime> expected = new TreeMap<>();
    for (JsonNode interval : one.get("intervals")) {
      if (interval.size() < 3 || !interval.get(2).asBoolean()) {
        add(expected, moment(interval.get(0).asString()), moment(interval.get(1).asString()));
      }
    }
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(value + "\n  expected " + expected + "\n  found    " + found);
  }

  private static void add(
      TreeMap<LocalDateTime, LocalDateTime> all, LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) {
      return;
    }
    var before = all.floorEntry(from);
    if (before != null && !before.getValue().isBefore(from)) {
      all.put(before.getKey(), latest(before.getValue(), until));
    } else {
      all.put(from, until);
    }
  }

  private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDateTime earliest(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDateTime moment(String text) {
    String[] parts = text.split(" ");
    String time = parts[1].length() == 4 ? "0" + parts[1] : parts[1];
    return LocalDate.parse(parts[0]).atTime(java.time.LocalTime.parse(time));
  }
}
