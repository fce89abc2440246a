package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedBlockTest {
  @TempDir Path folder;
  private EditionFixture town;

  @BeforeEach
  void seal() {
    town = new EditionFixture(folder, "musterstadt");
    town.seal(1, Map.of("cms.html", block(1, "Das Rathaus ist offen.")));
    town.seal(2, Map.of("cms.html", block(2, "Das Rathaus ist geschlossen.")));
  }

  private static String block(int number, String words) {
    return "<section id=\"x\" style=\"y\"><p>"
        + words
        + "</p><p>Ausgabe "
        + number
        + ", Stand Montag, 23. November 2026, 9:00 Uhr, zuletzt bestätigt Montag, 23. November 2026,"
        + " 9:00 Uhr.</p></section>";
  }

  private Sighting on(String page) {
    PastedBlock block =
        new PastedBlock(
            List.of(Language.DE),
            number -> Optional.of(town.store.readUnread(number, town.key.publicKey())));
    return block.on(page.getBytes(StandardCharsets.UTF_8), EditionFixture.AS_OF);
  }

  @Test
  void theBlockIsFoundHoweverTheWebSiteKeepsIt() {
    String kept =
        block(1, "Das <b>Rathaus</b> ist&nbsp;offen.")
            .replace("ä", "&auml;")
            .replace(" style=\"y\"", "");

    Sighting sighting = on("<html><script>Ausgabe 9, Stand</script><main>" + kept + "</main>");

    assertThat(sighting.verdict()).isEqualTo(Sighting.Verdict.GENUINE);
    assertThat(sighting.edition()).contains(1);
  }

  @Test
  void aBlockWhoseWordsSomebodyChangedIsNamed() {
    Sighting sighting = on(block(2, "Das Rathaus ist offen."));

    assertThat(sighting.verdict()).isEqualTo(Sighting.Verdict.CONTRADICTS);
    assertThat(sighting.findings()).containsExactly(Finding.of(Finding.What.CHANGED_BLOCK, "2"));
  }

  @Test
  void anOldBlockBelowTheNewOneIsNamed() {
    Sighting sighting =
        on(block(2, "Das Rathaus ist geschlossen.") + block(1, "Das Rathaus ist offen."));

    assertThat(sighting.edition()).contains(1);
    assertThat(sighting.findings())
        .containsExactly(Finding.of(Finding.What.SEVERAL_BLOCKS, "1, 2"));
  }

  @Test
  void aPageWithoutABlockSaysNothing() {
    assertThat(on("<h1>Willkommen</h1>").verdict()).isEqualTo(Sighting.Verdict.NOTHING);
  }
}
