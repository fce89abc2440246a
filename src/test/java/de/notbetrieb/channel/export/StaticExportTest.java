package de.notbetrieb.channel.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticExportTest {
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"");

  @TempDir static Path folder;
  private static EditionFixture town;
  private static EditionPackage edition;

  @BeforeAll
  static void seal() {
    town = new EditionFixture(folder.resolve("towns"), "moessingen");
    town.seal(1, Channels.render(Examples.moessingen()));
    edition = town.store.readUnread(1, town.key.publicKey());
  }

  @Test
  void whatIsSignedStaysAsItWas() throws IOException {
    Path out = folder.resolve("web");
    StaticExport.signed(edition, town.key.publicKey()).toFolder(out);
    assertThat(Files.readString(out.resolve("minisign.pub"))).contains("minisign public key");
    Files.delete(out.resolve("minisign.pub"));
    assertThat(EditionPackage.open(out, town.key.publicKey()).number()).isEqualTo(1);
  }

  @Test
  void theSameEditionIsTheSameZip() throws IOException {
    assertThat(zip()).isEqualTo(zip());
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StaticExport.signed(edition, town.key.publicKey()).toZip(out);
    return out.toByteArray();
  }

  @Test
  void onAStickEveryLinkNamesAFileThatIsThere() throws IOException {
    Path out = folder.resolve("stick");
    StaticExport export = StaticExport.stick(edition);
    export.toFolder(out);
    List<String> dead = new ArrayList<>();
    for (PublicFile file : export.files()) {
      if (file.path().endsWith(".html") && !file.path().endsWith("cms.html")) {
        Path page = out.resolve(file.path());
        LINK.matcher(new String(file.bytes(), UTF_8))
            .results()
            .map(StaticExportTest::target)
            .filter(link -> !link.isEmpty() && !link.matches("[a-z]+:.*") && !isProof(link))
            .filter(link -> !Files.isRegularFile(page.resolveSibling(link).normalize()))
            .forEach(link -> dead.add(file.path() + " to " + link));
      }
    }
    assertThat(dead).isEmpty();
    assertThat(out.resolve("SHA256SUMS")).doesNotExist();
    assertThat(out.resolve("LIESMICH.txt")).content().contains("Ausgabe 1");
  }

  private static String target(MatchResult link) {
    return link.group(1).replaceFirst("[#?].*", "");
  }

  /** What belongs to the signed edition and stays with it. */
  private static boolean isProof(String link) {
    return link.matches(".*(SHA256SUMS(\\.minisig)?|minisign\\.pub|PRUEFEN\\.txt|edition\\.json)");
  }
}
