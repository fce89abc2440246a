package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.file.NewTown;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The dozen questions, and the town file that the answers make. */
class NewTownTest {
  @Test
  void nameStreetAndNumberMakeAWholeTown() {
    Town town = town(answers("Mössingen", "", "07473 370-0", ""));

    assertThat(town.town().name()).isEqualTo("Stadt Mössingen");
    assertThat(town.town().ags()).contains("08416025");
    assertThat(town.town().address()).containsExactly("Rathausplatz 1", "72116 Mössingen");
    assertThat(town.holidays().state()).isEqualTo("bw");
    assertThat(town.services()).hasSizeGreaterThan(80);
    assertThat(town.contacts()).extracting(one -> one.id().value()).doesNotContain("e-mail");
  }

  @Test
  void theMunicipalityKeyIsAsGoodAsTheName() {
    assertThat(town(answers("08416025", "", "07473 370-0", "")).town().name())
        .isEqualTo("Stadt Mössingen");
  }

  @Test
  void hoursAreReadAsPeopleWriteThem() {
    Town town =
        town(answers("Mössingen", "", "07473 370-0", "Mo-Fr 8-12 Uhr, Do 14 bis 18.30 Uhr"));

    assertThat(town.offices().getFirst().hours()).contains("Mo-Fr 08:00-12:00, Th 14:00-18:30");
  }

  @Test
  void aTownThatTheRegisterDoesNotKnowNamesItsState() {
    NewTown answers =
        new NewTown("Erdachtheim", "by", "Hof 1", "00000 Erdachtheim", "030 23125-1", "", "", "");

    assertThat(town(answers).town().name()).isEqualTo("Erdachtheim");
  }

  @Test
  void everyWrongAnswerIsNamedAtOnce() {
    NewTown answers = new NewTown("Bergen", "", "", "", "keine", "immer mal", "post", "www");

    assertThatThrownBy(answers::yaml)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(((Refused.Invalid) refused.reason()).problems())
                    .extracting(Refused.Problem::field)
                    .containsExactly("town", "street", "phone", "email", "hours", "publicAddress"));
  }

  private static NewTown answers(String town, String state, String phone, String hours) {
    return new NewTown(town, state, "Rathausplatz 1", "", phone, hours, "", "");
  }

  private static Town town(NewTown answers) {
    TownFile file = TownFile.read("stadt.yaml", answers.yaml().getBytes(StandardCharsets.UTF_8));
    List<String> problems = file.problems().stream().map(p -> p.inWords(Locale.GERMAN)).toList();
    assertThat(problems).isEmpty();
    return file.town().orElseThrow();
  }
}
