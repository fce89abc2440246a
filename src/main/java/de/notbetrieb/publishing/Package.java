package de.notbetrieb.publishing;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An edition with all its channels' files, before it is signed. */
record Package(EditionStamp stamp, List<PublicFile> files) {
  Package {
    files = List.copyOf(files);
  }

  /** Renders every channel, and the compressed neighbours of text: the same edition gives the same bytes, wherever and whenever. */
  static Package of(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    files.add(new PublicFile("edition.json", bytes(Json.write(edition))));
    files.addAll(Channels.render(edition));
    return new Package(EditionStamp.of(edition), Compression.withNeighbours(files));
  }

  /** The text of SHA256SUMS. */
  String sums() {
    return Sha256Sums.of(files.stream().map(PublicFile::line).toList()).text();
  }

  Sha256 sumsHash() {
    return Sha256.of(sums());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
