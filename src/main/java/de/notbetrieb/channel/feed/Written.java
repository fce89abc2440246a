package de.notbetrieb.channel.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import de.notbetrieb.edition.PublicFile;
import java.nio.charset.StandardCharsets;

/** A feed of XML as the bytes of a file. */
final class Written {
  private Written() {}

  static PublicFile file(String path, WireFeed feed) {
    try {
      String xml = new WireFeedOutput().outputString(feed, true).replace("\r\n", "\n");
      return new PublicFile(path, xml.getBytes(StandardCharsets.UTF_8));
    } catch (FeedException e) {
      throw new IllegalStateException(e);
    }
  }
}
