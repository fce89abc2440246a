package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256SumsTest {
  private static final byte[] A = "a\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] B = "b\n".getBytes(StandardCharsets.UTF_8);

  private final Sha256Sums sums =
      Sha256Sums.of(List.of(Sha256Sums.Line.of("b/index.html", B), Sha256Sums.Line.of("a.txt", A)));

  @TempDir Path folder;

  @Test
  void linesAreSortedByPathAndReadBackAsTheyWere() {
    assertThat(sums.lines())
        .extracting(Sha256Sums.Line::path)
        .containsExactly("a.txt", "b/index.html");
    assertThat(Sha256Sums.parse("x", sums.text()).text()).isEqualTo(sums.text());
  }

  @Test
  void theProgramSha256sumAcceptsTheListAndRefusesATamperedFile() throws Exception {
    Files.writeString(folder.resolve("SHA256SUMS"), sums.text());
    Files.write(folder.resolve("a.txt"), A);
    Files.write(Files.createDirectories(folder.resolve("b")).resolve("index.html"), B);

    assertThat(sha256sum()).isZero();
    Files.write(folder.resolve("a.txt"), B);
    assertThat(sha256sum()).isNotZero();
  }

  @Test
  void aTamperedFileIsNamedWithBothHashes() {
    assertThatThrownBy(() -> sums.check("a.txt", B))
        .isInstanceOf(Damage.class)
        .hasMessageContaining(Sha256.of(A).hex())
        .hasMessageContaining(Sha256.of(B).hex());
    assertThatThrownBy(() -> sums.check("c.txt", B)).isInstanceOf(Damage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        "../a",
        "a/../b",
        "a/..",
        "./a",
        "a\\b",
        "a\nb",
        "a\u0000b",
        "a b",
        "C:a",
        "ä",
        "a/./b",
        "%2e%2e/a"
      })
  void pathsThatLeaveTheFolderOrMeanDifferentThingsAreRefused(String path) {
    assertThat(Sha256Sums.isPath(path)).isFalse();
    assertThatThrownBy(() -> Sha256Sums.of(List.of(Sha256Sums.Line.of(path, A))))
        .isInstanceOf(Damage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".well-known/security.txt", "a/..b", "index.2023-11-21.html.br"})
  void plainPathsAreAccepted(String path) {
    assertThat(Sha256Sums.isPath(path)).isTrue();
  }

  @Test
  void unsortedDoubledAndFoldedPathsAreRefused() {
    String hash = Sha256.of(A).hex();
    for (String text :
        List.of(
            hash + "  b\n" + hash + "  a\n",
            hash + "  a\n" + hash + "  a\n",
            hash + "  A\n" + hash + "  a\n",
            hash + "  a",
            hash + " a\n",
            hash + "  a\r\n",
            "")) {
      assertThatThrownBy(() -> Sha256Sums.parse("x", text)).isInstanceOf(Damage.class);
    }
  }

  private int sha256sum() throws Exception {
    return new ProcessBuilder("sha256sum", "--strict", "-c", "SHA256SUMS")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
