package de.notbetrieb.publishing;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionHead;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * An edition with all its channels' files, staged in a folder, before it is signed.
 *
 * @param sums the list of everything that lies there
 */
record Package(EditionStamp stamp, Sha256Sums sums, Path folder) {

  /**
   * Renders every file but the compressed neighbours: the same edition gives the same bytes, wherever
   * and whenever, in no particular order.
   *
   * @param services those whose own files are rendered
   * @param out may be called by several threads at once
   */
  static void render(Edition edition, List<PublicService> services, Consumer<PublicFile> out) {
    out.accept(new PublicFile(EditionHead.FILE_NAME, bytes(Json.write(edition))));
    Channels.renderAtOnce(edition, services, out);
  }

  Sha256 sumsHash() {
    return Sha256.of(sums.text());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
