package de.notbetrieb.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.GoCheck;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good and bad logs in files, and who refuses which: for other programs too. */
class LogVectorsTest {
  private static final Path VECTORS = Path.of("src/test/resources/log");

  @TempDir Path scratch;

  static Stream<String> badOnes() throws IOException {
    try (Stream<Path> cases = Files.list(VECTORS.resolve("bad"))) {
      return cases.map(one -> one.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** Ed25519 is deterministic: the same keys make the same files for ever. */
  @Test
  void theProgramWritesTheVectorsByteForByte() throws IOException {
    Path made = Path.of("target", "log-vectors");
    if (Files.exists(made)) {
      EditionFixture.delete(made);
    }
    new LogVectors(made).write();

    assertThat(LogVectors.files(made).keySet())
        .as("the present vectors lie in " + made)
        .isEqualTo(withoutReadme());
    LogVectors.files(made)
        .forEach(
            (path, bytes) -> assertThat(VECTORS.resolve(path)).as(path).hasBinaryContent(bytes));
  }

  private static java.util.Set<String> withoutReadme() {
    var names = new java.util.TreeSet<>(LogVectors.files(VECTORS).keySet());
    names.remove("README.md");
    return names;
  }

  @Test
  void theGoodTownIsGoodForEverybody() throws IOException {
    Path town = LogVectors.town(VECTORS, "", scratch);

    checked(town);
    assertThat(script(town)).contains("Alles stimmt").contains("Nummer 3 von 3");
    assertThat(python(town)).endsWith("0 findings\n");
  }

  @ParameterizedTest
  @MethodSource("badOnes")
  void everyBadOneIsRefusedByTheProgramAndByTheScriptThatWasWrittenFromTheDocument(String name)
      throws IOException {
    Path town = LogVectors.town(VECTORS, name, scratch);

    assertThatThrownBy(() -> checked(town)).isInstanceOf(Damage.class);
    assertThat(python(town)).doesNotContain("\n0 findings");
    if (Files.exists(VECTORS.resolve("bad").resolve(name).resolve("editions/2"))) {
      assertThat(script(town)).contains("FALSCH");
    }
  }

  @Test
  @Tag("long")
  void goRefusesEveryBadOneToo() throws IOException {
    assertThat(GoCheck.of(LogVectors.town(VECTORS, "", scratch.resolve("good"))).exit()).isZero();
    for (String name : badOnes().toList()) {
      Path town = LogVectors.town(VECTORS, name, scratch.resolve(name));
      assertThat(GoCheck.of(town).exit()).as(name).isEqualTo(1);
    }
  }

  private static void checked(Path town) {
    EditionStore store =
        new EditionStore(town.resolveSibling("."), de.notbetrieb.platform.Slug.of("moessingen"));
    Minisign.PublicKey key = store.key();
    EditionLog log = EditionLog.read(store.log(), key);
    for (int number : store.numbers()) {
      EditionLog.Proven proven = EditionLog.proven(store.read(number, key), key).orElseThrow();
      log.requireHolds(EditionLog.PROOF, proven);
    }
  }

  /** What pruefen.sh says of every edition, one after the other. */
  private static String script(Path town) throws IOException {
    StringBuilder said = new StringBuilder();
    for (int number = 1; number <= 3; number++) {
      said.append(
          output(
              "sh",
              "src/main/resources/pruefen/pruefen.sh",
              town.resolve("keys/minisign.pub").toString(),
              town.resolve("editions/" + number).toString()));
    }
    return said.toString();
  }

  private static String python(Path town) throws IOException {
    return output("python3", "docs/formats/verify.py", "edition", town.toString());
  }

  private static String output(String... words) throws IOException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(words))).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
