package de.notbetrieb.town.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.town.Holidays;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Our own cases: what a town hall writes on its door, with the holidays of its state. */
class OpeningHoursVectorsTest {
  @ParameterizedTest(name = "{0}, {2}: {4}")
  @CsvFileSource(resources = "/opening-hours/vectors.csv", delimiter = '|', quoteCharacter = '~')
  void hoursAreReadAsTheDoorSaysOrRefused(
      String written, String state, LocalDate day, String expected, String about) {
    assertThat(read(written, state, day)).as(about).isEqualTo(expected == null ? "" : expected);
  }

  private static String read(String written, String state, LocalDate day) {
    if (OpeningHours.parse(written) instanceof OpeningHours.Unreadable) {
      return "refused";
    }
    return new OfficeHours(new Holidays(state, List.of()))
        .days(written, day, 1).getFirst().open().stream()
            .map(span -> time(span.fromMinute()) + "-" + time(span.untilMinute()))
            .collect(Collectors.joining(" "));
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
