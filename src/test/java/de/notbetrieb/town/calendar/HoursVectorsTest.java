package de.notbetrieb.town.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import de.notbetrieb.town.Holidays;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own vectors of opening hours, in {@code hours/vectors.csv}: a sign and a day each. */
class HoursVectorsTest {
  private static final Path VECTORS = Path.of("src/test/resources/hours/vectors.csv");

  /** A line of the file. */
  record Vector(String hours, String state, String exceptions, LocalDate day, String open) {
    static Vector of(String line) {
      List<String> columns =
          Arrays.stream(line.split("(?<!\\\\)\\|", -1))
              .map(column -> column.strip().replace("\\|", "|"))
              .toList();
      assertThat(columns).as(line).hasSize(5);
      return new Vector(
          columns.get(0),
          columns.get(1),
          columns.get(2),
          LocalDate.parse(columns.get(3)),
          columns.get(4));
    }

    Office office() {
      return new Office(
          Slug.of("rathaus"),
          List.of(),
          Text.of("Rathaus"),
          List.of(),
          Optional.of(hours),
          Arrays.stream(exceptions.split(";"))
              .filter(one -> !one.isBlank())
              .map(Vector::on)
              .toList(),
          Optional.empty(),
          true,
          Visibility.PUBLIC);
    }

    private static Office.HoursException on(String dated) {
      String[] parts = dated.strip().split("=");
      return new Office.HoursException(LocalDate.parse(parts[0]), parts[1], Optional.empty());
    }
  }

  @Test
  void thereAreAtLeastSixty() throws IOException {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theSignIsReadAsItIsMeant(Vector vector) {
    String found =
        switch (OpeningHours.parse(vector.hours())) {
          case OpeningHours.Unreadable(var why, var suggestion) ->
              ("refused " + suggestion.orElse("")).strip();
          case OpeningHours.Readable readable -> open(vector);
        };

    assertThat(found).isEqualTo(vector.open());
  }

  static List<Vector> vectors() throws IOException {
    return Files.readAllLines(VECTORS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Vector::of)
        .toList();
  }

  private static String open(Vector vector) {
    List<TimeSpan> open =
        new OfficeHours(new Holidays(vector.state(), List.of()))
            .days(vector.office(), vector.day(), 1)
            .getFirst()
            .open();
    return open.isEmpty()
        ? "-"
        : open.stream()
            .map(span -> clock(span.fromMinute()) + "-" + clock(span.untilMinute()))
            .collect(Collectors.joining(" "));
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
