package de.notbetrieb.edition;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pruefen.sh says how many of the witnesses that a stranger trusts have seen an edition. */
class WitnessedScriptTest {
  private static final long TIME = 1_700_000_000;
  private static final Minisign.KeyPair PAIR = LogVectors.key(21);
  private static final NoteKey NEHREN = NoteKey.of("nehren.example", PAIR.publicKey());
  private static final NoteKey AALEN = NoteKey.of("aalen.example", LogVectors.key(22).publicKey());

  @TempDir Path folder;
  private Path town;
  private Path proof;

  @BeforeEach
  void anEditionInALog() throws IOException {
    town = LogVectors.town(Path.of("src/test/resources/log"), "", folder);
    proof = town.resolve("editions/2/edition.tlog-proof");
  }

  private String line(String checkpoint) {
    return NEHREN.asWitness().cosign(checkpoint, TIME, PAIR).text();
  }

  private String checkpoint() throws IOException {
    return TlogProof.parse("proof", Files.readString(proof)).checkpoint().text();
  }

  private void under(String line) throws IOException {
    Files.writeString(proof, line, StandardOpenOption.APPEND);
  }

  private record Said(String words, int exit) {}

  private Said script(String... witnesses) throws Exception {
    Path file = folder.resolve("zeugen.txt");
    Files.writeString(file, String.join("\n", witnesses) + "\n");
    Process process =
        new ProcessBuilder(
                "sh",
                Path.of("src/main/resources/pruefen/pruefen.sh").toAbsolutePath().toString(),
                "keys/minisign.pub",
                "editions/2",
                "../zeugen.txt")
            .directory(town.toFile())
            .redirectErrorStream(true)
            .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(words, process.waitFor());
  }

  @Test
  void theLineOfOneIsGoodAndThatOfTheOtherIsMissing() throws Exception {
    under(line(checkpoint()));

    Said said = script("# Nachbarn", NEHREN.vkey(), "", AALEN.vkey(), NEHREN.asWitness().vkey());

    assertThat(said.words())
        .contains("gut: gesehen von nehren.example am 14.11.2023, 22:13 UTC")
        .contains("fehlt: eine Unterschrift des Zeugen aalen.example")
        .contains("1 von 2 Zeugen haben diese Ausgabe gesehen.")
        .contains("Alles stimmt.");
    assertThat(said.exit()).isZero();
  }

  @Test
  void aTownWithItsOldAndItsNewKeyIsOneWitness() throws Exception {
    Minisign.KeyPair next = LogVectors.key(22);
    NoteKey nehrenNow = NoteKey.of(NEHREN.name(), next.publicKey());
    under(line(checkpoint()));
    under(nehrenNow.asWitness().cosign(checkpoint(), TIME, next).text());

    assertThat(script(NEHREN.vkey(), AALEN.vkey(), nehrenNow.vkey()).words())
        .contains("1 von 2 Zeugen haben diese Ausgabe gesehen.")
        .contains("Alles stimmt.");
  }

  @Test
  void aLineUnderAnotherCheckpointIsForged() throws Exception {
    under(line(checkpoint().replaceFirst("\n\\d+\n", "\n9\n")));

    Said said = script(NEHREN.vkey());

    assertThat(said.words())
        .contains("FALSCH: Die Unterschrift des Zeugen nehren.example gehört nicht")
        .doesNotContain("Alles stimmt");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(script(AALEN.vkey()).words()).contains("0 von 1 Zeugen", "Alles stimmt");
  }

  @Test
  void whatIsNoKeyOfAWitnessIsNamed() throws Exception {
    Said said = script(NEHREN.vkey().replace("nehren", "nagold"));

    assertThat(said.words()).contains("keine Zeile aus note.pub: nagold.example");
    assertThat(said.exit()).isEqualTo(2);
  }
}
