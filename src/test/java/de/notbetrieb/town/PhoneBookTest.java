package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.file.TownFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person writes into the phone book, and what is refused. */
class PhoneBookTest {
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final Slug HOTLINE = Slug.of("buergertelefon");

  @TempDir Path directory;
  private Database database;
  private Journal journal;
  private Town town;

  @BeforeEach
  void start() {
    database = Database.embedded(directory);
    journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
    town = TownFile.read(Path.of("src/test/resources/towns/musterstadt.yaml")).town().orElseThrow();
    act(change -> ImportPlan.of(change, town, false).apply(change));
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  @Test
  void aNumberIsAddedChangedAndRemoved() {
    act(change -> PhoneBook.put(change, phone("030 23125-100", Optional.empty()), 0));
    act(change -> PhoneBook.put(change, phone("030 23125-200", Optional.empty()), seen()));
    assertThat(living().contact(HOTLINE)).map(Contact::value).contains("030 23125-200");
    act(change -> PhoneBook.remove(change, living().contact(HOTLINE).orElseThrow(), seen()));
    assertThat(living().contact(HOTLINE)).isEmpty();
  }

  @Test
  void whatIsNoNumberAndWhatIsNoHoursAreToldAtOnce() {
    assertThatThrownBy(
            () -> act(c -> PhoneBook.put(c, phone("Durchwahl", Optional.of("immer mal")), 0)))
        .isInstanceOfSatisfying(
            Refused.class,
            no ->
                assertThat(((Refused.Invalid) no.reason()).problems())
                    .extracting(Refused.Problem::field)
                    .containsExactly("value", "hours"));
  }

  @Test
  void whatServicesNameIsNotRemoved() {
    Slug used =
        town.services().stream().flatMap(one -> one.waysIn().stream()).findFirst().orElseThrow();
    long entry = PhoneBook.contact(journal.read(TOWN), used).orElseThrow().entry();
    assertThatThrownBy(() -> act(c -> PhoneBook.remove(c, town.contact(used).orElseThrow(), entry)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("town.still-named");
  }

  @Test
  void aUnitDoesNotBelongToItself() {
    Unit above = unit("amt", Optional.empty());
    act(change -> PhoneBook.put(change, above, 0));
    act(change -> PhoneBook.put(change, unit("sachgebiet", Optional.of(above.id())), 0));
    long entry = PhoneBook.unit(journal.read(TOWN), above.id()).orElseThrow().entry();
    assertThatThrownBy(
            () ->
                act(c -> PhoneBook.put(c, unit("amt", Optional.of(Slug.of("sachgebiet"))), entry)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("town.below-itself");
    assertThatThrownBy(() -> act(change -> PhoneBook.remove(change, above, entry)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("town.unit-used");
  }

  @Test
  void anImportDoesNotBringBackWhatAPersonRemoved() {
    act(change -> PhoneBook.put(change, unit("neu", Optional.empty()), 0));
    Town withUnit = living();
    act(change -> ImportPlan.of(change, withUnit, false).apply(change));
    long entry = PhoneBook.unit(journal.read(TOWN), Slug.of("neu")).orElseThrow().entry();
    act(change -> PhoneBook.remove(change, unit("neu", Optional.empty()), entry));

    ImportPlan again = ImportPlan.of(journal.read(TOWN), withUnit, false);

    assertThat(again.steps())
        .containsExactly(new ImportPlan.Step("town.unit", "neu", ImportPlan.Fate.KEPT, List.of()));
  }

  private static Contact phone(String value, Optional<String> hours) {
    return new Contact(
        HOTLINE,
        List.of(),
        WayInKind.PHONE,
        Text.of("Bürgertelefon"),
        value,
        hours,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        List.of(),
        Visibility.PUBLIC);
  }

  private static Unit unit(String id, Optional<Slug> parent) {
    return new Unit(Slug.of(id), List.of(), Text.of(id), parent, Visibility.PUBLIC);
  }

  private void act(Consumer<Writing> change) {
    journal.write(TOWN, Actor.PROGRAM, RequestId.random(), change);
  }

  private long seen() {
    return PhoneBook.contact(journal.read(TOWN), HOTLINE).orElseThrow().entry();
  }

  private Town living() {
    return Towns.of(journal.read(TOWN)).orElseThrow();
  }
}
