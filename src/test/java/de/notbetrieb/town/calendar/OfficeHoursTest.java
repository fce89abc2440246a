package de.notbetrieb.town.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import de.notbetrieb.town.Holidays;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {
  private static final LocalDate TUESDAY = LocalDate.of(2023, 11, 21);
  private final OfficeHours hours = new OfficeHours(new Holidays("bw", List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mo-Fr 08:00-12:00                         | 2023-11-21 | 480-720
          Mo-Fr 08:00-12:00                         | 2023-11-25 |
          Mo-Fr 08:00-12:00, Tu 14:00-18:00         | 2023-11-21 | 480-720 840-1080
          Mo-Fr 08:00-12:00; Tu off                 | 2023-11-21 |
          Mo-Fr 08:00-12:00; Tu 14:00-18:00         | 2023-11-21 | 840-1080
          Tu[3] 09:00-10:00                         | 2023-11-21 | 540-600
          Tu[-1] 09:00-10:00                        | 2023-11-21 |
          Tu[-1] 09:00-10:00                        | 2023-11-28 | 540-600
          Nov 20-24 10:00-11:00                     | 2023-11-21 | 600-660
          Dec 20-Jan 06 off                         | 2023-12-27 |
          Mo-Fr 08:00-12:00; Dec 20-Jan 06 off      | 2023-12-27 |
          Mo-Fr 08:00-16:00; 12:00-13:00 off        | 2023-11-21 | 480-720 780-960
          24/7                                      | 2023-11-21 | 0-1440
          Mo-Fr 08:00-12:00 unknown                 | 2023-11-21 |
          """)
  void regularHoursAreReadAsADoorSignIs(String written, LocalDate day, String expected) {
    OpeningHours read = ((OpeningHours.Readable) OpeningHours.parse(written)).hours();
    String found =
        String.join(
            " ",
            read.on(day, date -> false).stream()
                .map(span -> span.fromMinute() + "-" + span.untilMinute())
                .toList());
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void onAHolidayTheOfficeIsClosedAndSaysWhichHolidayItIs() {
    OpenDay christmas =
        hours.days(office("Mo-Fr 08:00-12:00"), LocalDate.of(2023, 12, 25), 1).getFirst();
    assertThat(christmas.open()).isEmpty();
    assertThat(christmas.note().map(Text::de)).hasValue("1. Weihnachtsfeiertag");
  }

  @Test
  void aDatedExceptionBeatsTheRegularHours() {
    Office office =
        office(
            "Mo-Fr 08:00-12:00",
            new Office.HoursException(
                TUESDAY, "14:00-15:00", Optional.of(Text.of("Personalversammlung"))));
    OpenDay day = hours.days(office, TUESDAY, 1).getFirst();
    assertThat(day.open()).containsExactly(new TimeSpan(840, 900));
    assertThat(day.note().map(Text::de)).hasValue("Personalversammlung");
  }

  @Test
  void daysWithTheSameHoursStandTogetherOnTheDoor() {
    assertThat(hours.inWords(office("Mo-Fr 08:00-12:00, We 14:00-18:30")))
        .extracting(Text::de)
        .containsExactly(
            "Montag bis Dienstag 8 bis 12 Uhr",
            "Mittwoch 8 bis 12 und 14 bis 18:30 Uhr",
            "Donnerstag bis Freitag 8 bis 12 Uhr");
  }

  @Test
  void aSloppyTextIsRefusedWithWhatWouldBeRight() {
    assertThat(OpeningHours.parse("Mo-Fr 8-12"))
        .isInstanceOfSatisfying(
            OpeningHours.Unreadable.class,
            no ->
                assertThat(no.suggestion())
                    .hasValueSatisfying(s -> assertThat(s).contains("08:00-12:00")));
  }

  @Test
  void whatWeDoNotUnderstandIsRefusedInsteadOfGuessed() {
    assertThat(OpeningHours.parse("Mo-Fr sunrise-sunset"))
        .isEqualTo(new OpeningHours.Unreadable(OpeningHours.Why.NOT_SUPPORTED, Optional.empty()));
  }

  private static Office office(String written, Office.HoursException... exceptions) {
    return new Office(
        Slug.of("rathaus"),
        List.of(),
        Text.of("Rathaus"),
        List.of("Marktplatz 1"),
        Optional.of(written),
        List.of(exceptions),
        Optional.empty(),
        true,
        Visibility.PUBLIC);
  }
}
