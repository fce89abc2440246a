package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.access.RecoveryWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour: one person, one laptop, no network. */
@Tag("browser")
class ColdStartTest {
  @TempDir Path folder;

  @Test
  void aDozenAnswersLeadToTheFirstEditionItsZipAndItsBlock() throws Exception {
    int inputs = run("answers");

    assertThat(inputs).isLessThanOrEqualTo(40);
    assertThat(Files.readString(folder.resolve("start.html")))
        .contains("Stadt Mössingen")
        .contains("030 23125-100")
        .contains("Unsere Computer sind gestört");
    theZipAndTheBlockSayTheSame("Mössingen");
    assertThat(RecoveryWords.parse(Files.readString(folder.resolve("words.txt"))).words())
        .hasSize(RecoveryWords.COUNT);
  }

  @Test
  void aPreparedFileNeedsFewerThanFifteenInputs() throws Exception {
    int inputs = run("file", "demo/beispielstadt.yaml");

    assertThat(inputs).isLessThanOrEqualTo(15);
    theZipAndTheBlockSayTheSame("Beispielstadt");
  }

  private void theZipAndTheBlockSayTheSame(String town) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("seite.zip").toFile())) {
      String edition =
          new String(
              zip.getInputStream(zip.getEntry("edition.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(edition).contains("\"number\":1").contains(town).contains("\"purpose\":\"REAL\"");
      assertThat(zip.getEntry("SHA256SUMS.minisig")).isNotNull();
    }
    assertThat(Files.readString(folder.resolve("block.txt"))).contains("Ausgabe 1,");
  }

  /** In a network namespace with loopback only, if this machine lets us make one. */
  private int run(String... story) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(isolated());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ColdStart.class.getName(),
            story[0],
            folder.toString()));
    if (story.length > 1) {
      command.add(story[1]);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    String inputs = said.stream().filter(l -> l.startsWith("inputs ")).findFirst().orElseThrow();
    System.out.println("cold start, " + story[0] + ": " + inputs);
    return Integer.parseInt(inputs.substring("inputs ".length()));
  }

  private static List<String> isolated() throws IOException, InterruptedException {
    List<String> unshare =
        List.of(
            "unshare",
            "--map-root-user",
            "--net",
            "sh",
            "-c",
            "ip link set lo up && exec \"$@\"",
            "sh");
    List<String> probe = new ArrayList<>(unshare);
    probe.add("true");
    boolean possible = new ProcessBuilder(probe).start().waitFor() == 0;
    System.out.println(
        possible
            ? "no network: a network namespace with loopback only"
            : "no network: not shown, this machine allows no network namespace");
    assertThat(possible).as("a network namespace can be made").isTrue();
    return unshare;
  }
}
