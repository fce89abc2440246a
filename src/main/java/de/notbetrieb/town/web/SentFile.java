package de.notbetrieb.town.web;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.file.TownFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A town file on its way through the form: it waits in the page itself until somebody agrees, so
 * that nothing lies about on the server.
 */
record SentFile(String name, byte[] bytes) {
  private static final int MAX_NAME = 100;

  /** Of the name that a browser sends only the last part, and no more than a line. */
  static SentFile of(String name, byte[] bytes) {
    String last = Arrays.asList(name.split("[/\\\\]")).getLast().replaceAll("\\p{Cntrl}", "");
    String shown = last.isBlank() ? "stadt.yaml" : last;
    return new SentFile(shown.substring(0, Math.min(MAX_NAME, shown.length())), bytes);
  }

  static SentFile unpacked(String name, String content) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
      return of(name, in.readNBytes(TownFile.MAX_BYTES + 1));
    } catch (IOException | IllegalArgumentException e) {
      throw Refused.invalid("file", "town.file-missing");
    }
  }

  String packed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  TownFile read() {
    return TownFile.read(name, bytes);
  }
}
