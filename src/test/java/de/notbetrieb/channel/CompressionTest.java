package de.notbetrieb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import de.notbetrieb.edition.PublicFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final byte[] TEXT =
      "Das Rathaus ist offen. ".repeat(200).getBytes(StandardCharsets.UTF_8);

  @Test
  void textGetsNeighboursThatGiveTheSameTextBack() throws IOException {
    List<PublicFile> files = Compression.neighbours(new PublicFile("a.html", TEXT));
    assertThat(files).extracting(PublicFile::path).containsExactly("a.html.gz", "a.html.br");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(files.get(0).bytes())).readAllBytes())
        .isEqualTo(TEXT);
    assertThat(Decoder.decompress(files.get(1).bytes()).getDecompressedData()).isEqualTo(TEXT);
  }

  @Test
  void gzipNamesNoTime() {
    byte[] gzip = Compression.neighbours(new PublicFile("a.css", TEXT)).getFirst().bytes();
    assertThat(gzip).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  @Test
  void whatIsCompressedAlreadyStaysAlone() {
    PublicFile font = new PublicFile("a.woff2", TEXT);
    assertThat(Compression.neighbours(font)).isEmpty();
  }
}
