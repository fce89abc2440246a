package de.notbetrieb.channel.api;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionSchema;
import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The schema of edition.json and the OpenAPI description of all paths; the same in every edition. */
public final class ApiChannel implements Channel {
  private static final List<PublicFile> FILES =
      List.of(
          new PublicFile(
              "formats/edition.schema.json", EditionSchema.json().getBytes(StandardCharsets.UTF_8)),
          new PublicFile("openapi.json", resource("/formats/openapi.json")));

  @Override
  public List<PublicFile> render(Edition edition) {
    return FILES;
  }

  private static byte[] resource(String name) {
    try (InputStream in =
        Optional.ofNullable(ApiChannel.class.getResourceAsStream(name)).orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
