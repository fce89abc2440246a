package de.notbetrieb.town.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to do harm, or are broken: they get problems and nothing else, and soon. */
@Timeout(60)
class HostileTownFileTest {
  @TempDir Path directory;

  @Test
  void aFileOfTwoHundredMegabytesIsRefusedBeforeItIsRead() throws IOException {
    Path huge = directory.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200_000_000);
    }

    assertThat(keys(TownFile.read(huge))).containsExactly("too-large");
  }

  @Test
  void aBombOfAliasesIsRefusedAtEachAnchor() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b]
        """;

    TownFile file = read(bomb);

    assertThat(file.town()).isEmpty();
    assertThat(file.problems()).hasSize(17).allMatch(problem -> problem.key().equals("no-anchors"));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThat(keys(read("town: " + "[".repeat(1_000_000)))).containsExactly("too-deep");
    assertThat(keys(read("town: " + "{a: ".repeat(500_000)))).containsExactly("too-deep");
  }

  @Test
  void typesOfYamlAreRefused() {
    assertThat(keys(read("town: !!javax.script.ScriptEngineManager [x]\n"))).contains("no-tags");
  }

  @Test
  void whatIsNotUtf8IsRefusedWhereItStands() {
    String town = "town:\n  name: Stadt Mössingen\n";

    Problem latin = TownFile.read("town.yaml", town.getBytes(ISO_8859_1)).problems().getFirst();

    assertThat(latin.key()).isEqualTo("not-utf-8");
    assertThat(latin.at()).isEqualTo(new Located.Position("town.yaml", 2, 16));
    assertThat(TownFile.read("town.yaml", town.getBytes(UTF_16)).problems().getFirst().key())
        .isEqualTo("not-utf-8");
  }

  @Test
  void aMarkOfTheByteOrderIsPassedOver() {
    assertThat(keys(read("\uFEFFtown:\n  nam: x\n"))).contains("key-unknown");
  }

  @Test
  void tabsAndDoubleKeysAndSeveralDocumentsAreRefused() {
    assertThat(keys(read("town:\n\tname: x\n"))).contains("not-yaml");
    assertThat(keys(read("town: {name: x, name: y}\n"))).contains("key-twice");
    assertThat(keys(read("town: {}\n---\ntown: {}\n"))).contains("not-yaml");
    assertThat(keys(read(""))).containsExactly("no-keys");
  }

  @Test
  void textsAndListsWithoutEndAreRefused() {
    assertThat(keys(read("town: {name: %s}\n".formatted("x".repeat(5_000))))).contains("too-long");
    assertThat(keys(read("languages: [" + "de, ".repeat(20_000) + "]\n"))).contains("too-many");
  }

  @Test
  void aGoodFileWithRandomDamageGetsProblemsAndNeverAnException() throws IOException {
    byte[] good = good();
    for (int seed = 0; seed < 2_000; seed++) {
      byte[] damaged = damaged(good, new Random(seed));
      assertThatCode(() -> TownFile.read("town.yaml", damaged))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  /** Bytes changed, cut out, put twice, or replaced by what YAML gives a meaning. */
  private static byte[] damaged(byte[] good, Random random) {
    byte[] signs = "&*!|>%@`[]{}:,-#?'\"\t\n \\~0\u00e4".getBytes(UTF_8);
    byte[] bytes = good.clone();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = signs[random.nextInt(signs.length)];
        case 2 -> bytes = joined(bytes, at, at + length);
        default -> bytes = joined(bytes, at + length, at);
      }
    }
    return bytes;
  }

  /** The beginning up to {@code end} and the rest from {@code start}. */
  private static byte[] joined(byte[] bytes, int end, int start) {
    byte[] joined = new byte[end + bytes.length - start];
    System.arraycopy(bytes, 0, joined, 0, end);
    System.arraycopy(bytes, start, joined, end, bytes.length - start);
    return joined;
  }

  private static List<String> keys(TownFile file) {
    return file.problems().stream().map(Problem::key).toList();
  }

  private static TownFile read(String yaml) {
    return TownFile.read("town.yaml", yaml.getBytes(UTF_8));
  }

  private static byte[] good() throws IOException {
    try (InputStream in =
        HostileTownFileTest.class.getResourceAsStream("/towns/musterstadt.yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
