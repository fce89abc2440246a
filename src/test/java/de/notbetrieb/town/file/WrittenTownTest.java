package de.notbetrieb.town.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Town;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as a town file is the same town when it is read. */
class WrittenTownTest {
  @Test
  void anyTownComesBackAsItWas() {
    for (int seed = 0; seed < 100; seed++) {
      Town town = possible(seed);

      TownFile read = read(WrittenTown.yaml(town));

      assertThat(errors(read)).as("seed %d", seed).isEmpty();
      assertThat(read.town()).as("seed %d", seed).hasValue(town);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/towns/musterstadt.yaml",
        "demo/moessingen.yaml",
        "demo/beispielstadt.yaml"
      })
  void theTownsThatThereAreComeBackAsTheyWere(String file) {
    Town town = TownFile.read(Path.of(file)).town().orElseThrow();

    TownFile read = read(WrittenTown.yaml(town));

    assertThat(errors(read)).isEmpty();
    assertThat(read.town()).hasValue(town);
  }

  @Test
  void wordsThatMeanSomethingInYamlComeBackAsWords() {
    for (String word :
        List.of(
            "null",
            "~",
            "- a",
            "a: b",
            "# a",
            "'",
            "\"",
            "*a",
            "&a",
            "!a",
            "1",
            "true",
            "ja",
            "%",
            "@a",
            "{a",
            "a\nb",
            "ä – „Ü“",
            "2026-11-23",
            "0x10",
            "x".repeat(3_000))) {
      Town town = named(word);

      assertThatCode(() -> assertThat(read(WrittenTown.yaml(town)).town()).hasValue(town))
          .as(word)
          .doesNotThrowAnyException();
    }
  }

  private static Town named(String word) {
    RandomTowns random = new RandomTowns(1, RandomTowns.Size.SMALL);
    allowing(random);
    random.records().rule("Profile.name", () -> word);
    return random.town(false);
  }

  /** A random one that a town file could hold. */
  private static Town possible(long seed) {
    RandomTowns random = new RandomTowns(seed, RandomTowns.Size.SMALL);
    allowing(random);
    return random.town(false);
  }

  private static void allowing(RandomTowns random) {
    random
        .records()
        .rule("Profile.ags", () -> Optional.of("08416025"))
        .rule("Profile.ibans", () -> List.of("DE02 1203 0000 0000 2020 51"))
        .rule("Service.leikaKey", () -> Optional.of("99008001012000"))
        .rule("Service.Deadline.decider", () -> Optional.of("Hauptamt"))
        .rule("Unit.parent", Optional::<Slug>empty);
  }

  private static List<String> errors(TownFile file) {
    return file.problems().stream()
        .filter(Problem::isError)
        .map(problem -> problem.inWords(java.util.Locale.ENGLISH))
        .toList();
  }

  private static TownFile read(String yaml) {
    return TownFile.read("stadt.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
