package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Office.HoursException;
import de.notbetrieb.town.file.TownFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says of an office's hours, and what is refused. */
class OfficesTest {
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final Slug HALL = Slug.of("rathaus");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @TempDir Path directory;
  private Database database;
  private Journal journal;

  @BeforeEach
  void start() {
    database = Database.embedded(directory);
    journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
    Town town =
        TownFile.read(Path.of("src/test/resources/towns/musterstadt.yaml")).town().orElseThrow();
    act(change -> ImportPlan.of(change, town, false).apply(change));
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  @Test
  void hoursAreReadAsPeopleWriteThem() {
    act(change -> Offices.regular(change, HALL, "Mo-Fr 8-12 Uhr, Do 14 bis 18 Uhr", seen()));
    assertThat(office().hours()).contains("Mo-Fr 08:00-12:00, Th 14:00-18:00");
    act(change -> Offices.regular(change, HALL, "Mo-Fr 08:00-12:00; Dec 24 off", seen()));
    assertThat(office().hours()).contains("Mo-Fr 08:00-12:00; Dec 24 off");
  }

  @Test
  void whatIsNoHoursIsRefusedAtItsField() {
    assertThatThrownBy(
            () -> act(change -> Offices.regular(change, HALL, "nach Vereinbarung", seen())))
        .isInstanceOfSatisfying(
            Refused.class,
            no ->
                assertThat(((Refused.Invalid) no.reason()).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("hours")));
  }

  @Test
  void closedDaysBeatTheRuleAndTheLaterWordBeatsTheEarlier() {
    Optional<Text> why = Optional.of(Text.of("Wegen der IT-Störung."));
    act(change -> except(change, 0, 2, "", why));
    act(change -> except(change, 1, 1, "8 bis 10 Uhr", Optional.empty()));
    assertThat(office().exceptions())
        .filteredOn(one -> !one.date().isBefore(MONDAY) && one.date().isBefore(MONDAY.plusDays(3)))
        .containsExactly(
            new HoursException(MONDAY, "off", why),
            new HoursException(MONDAY.plusDays(1), "08:00-10:00", Optional.empty()),
            new HoursException(MONDAY.plusDays(2), "off", why));
    act(change -> Offices.asUsual(change, HALL, MONDAY, seen()));
    assertThat(office().exceptions()).noneMatch(one -> one.date().equals(MONDAY));
  }

  @Test
  void daysThatEndBeforeTheyBeginAreRefused() {
    assertThatThrownBy(() -> act(change -> except(change, 2, 0, "", Optional.empty())))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("town.days");
  }

  @Test
  void whoWasOvertakenIsRefused() {
    long before = seen();
    act(change -> Offices.regular(change, HALL, "Mo 8-12 Uhr", before));
    assertThatThrownBy(() -> act(c -> Offices.regular(c, HALL, "Di 8-12 Uhr", before)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isInstanceOf(Refused.Conflict.class));
  }

  private void except(
      de.notbetrieb.journal.Writing change, int first, int last, String times, Optional<Text> why) {
    Offices.except(change, HALL, MONDAY.plusDays(first), MONDAY.plusDays(last), times, why, seen());
  }

  private void act(Consumer<de.notbetrieb.journal.Writing> change) {
    journal.write(TOWN, Actor.PROGRAM, RequestId.random(), change);
  }

  private long seen() {
    return Offices.seen(journal.read(TOWN), HALL);
  }

  private Office office() {
    return Towns.of(journal.read(TOWN)).orElseThrow().office(HALL).orElseThrow();
  }
}
