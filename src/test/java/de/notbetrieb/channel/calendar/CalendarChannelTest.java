package de.notbetrieb.channel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.Varied;
import de.notbetrieb.platform.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarChannelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"termine.ics", "en/termine.ics"})
  void theExampleBecomesTheVector(String path) {
    Rendered.of(new CalendarChannel(), Examples.moessingen()).isVector(path);
  }

  @Test
  void anotherProgramReadsTheSpecialDaysAndTheNextWord() throws IOException {
    assertThat(read(Examples.moessingen()))
        .containsExactly(
            "naechste-nachricht@notbetrieb.moessingen.example | 7 | 2023-11-22T11:00:00Z |"
                + " 2023-11-22T11:00:00Z | Demonstration: Nächste Nachricht von Stadt Mössingen",
            "rathaus-2023-11-24@notbetrieb.moessingen.example | 7 | 2023-11-24 | 2023-11-25 |"
                + " Demonstration: Rathaus: 8 bis 12 Uhr",
            "rathaus-2023-12-01@notbetrieb.moessingen.example | 7 | 2023-12-01 | 2023-12-02 |"
                + " Demonstration: Rathaus: 8 bis 12 Uhr");
  }

  @Test
  void aDayThatTheTownHasDecidedIsAnAppointmentAndARangeIsNone() throws IOException {
    LocalDate day = LocalDate.parse("2023-12-04");
    assertThat(read(saying(day, day, "Der Bürgermeister")))
        .contains(
            "dienst-perso@notbetrieb.moessingen.example | 7 | 2023-12-04 | 2023-12-05 |"
                + " Demonstration: Personalausweis oder Pass beantragen: Ab dem 4. Dezember geht es wieder.");
    assertThat(read(saying(day, day.plusDays(7), "Der Bürgermeister")))
        .noneMatch(line -> line.startsWith("dienst-"));
    assertThat(read(saying(day.minusMonths(1), day.minusMonths(1), "Der Bürgermeister")))
        .noneMatch(line -> line.startsWith("dienst-"));
  }

  /** The first service of the example, with an expectation that names days. */
  private static Edition saying(LocalDate earliest, LocalDate latest, String decider) {
    Edition edition = Examples.moessingen();
    PublicService.Expected said =
        new PublicService.Expected(
            Text.of("Ab dem 4. Dezember geht es wieder."),
            edition.asOf(),
            Optional.empty(),
            Optional.of(earliest),
            Optional.of(latest),
            Optional.of(Text.of(decider)),
            Optional.empty());
    return Varied.with(
        edition,
        edition.services().stream()
            .filter(service -> service.slug().value().equals("perso"))
            .map(service -> service.with(service.history(), List.of(said)))
            .toList());
  }

  @Test
  void anAppointmentKeepsItsIdInTheNextEditionAndIsNewer() throws IOException {
    assertThat(read(Varied.anHourLater(Examples.moessingen())))
        .isEqualTo(
            read(Examples.moessingen()).stream()
                .map(line -> line.replace(" | 7 | ", " | 8 | "))
                .toList());
  }

  @Test
  void strangeWordsMakeACalendarThatCanBeRead() throws IOException {
    Edition edition =
        RandomEditions.full(3, words -> words + ";,\\\r\nEND:VEVENT\r\n\u0000\uD800\u202E");
    assertThat(read(edition)).hasSizeGreaterThan(1).allMatch(line -> line.contains(" | "));
  }

  private List<String> read(Edition edition) throws IOException {
    Path file = folder.resolve("termine.ics");
    Files.write(file, Rendered.of(new CalendarChannel(), edition).bytes("termine.ics"));
    return Commands.run(new byte[0], "node", "src/test/node/calendar.mjs", file.toString())
        .lines()
        .toList();
  }
}
