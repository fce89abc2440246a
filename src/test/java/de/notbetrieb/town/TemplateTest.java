package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The usual German town: complete, in both languages, and nothing said that has no ground. */
class TemplateTest {
  private static final String SMALLEST =
      """
      template: usual-german-town
      town:
        id: musterstadt
        name: Stadt Musterstadt
        publicAddress: https://musterstadt.example
        responsible: Hauptamt
      holidays:
        state: bw
      """;

  @Test
  void aTownThatSaysOnlyWhoItIsHasNoMistakes() {
    TownFile file = TownFile.read("town.yaml", SMALLEST.getBytes(StandardCharsets.UTF_8));

    assertThat(file.problems()).isEmpty();
    assertThat(file.town()).isPresent();
  }
}
