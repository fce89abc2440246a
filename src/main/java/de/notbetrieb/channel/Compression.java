package de.notbetrieb.channel;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import de.notbetrieb.edition.PublicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The {@code .gz} and {@code .br} neighbours of text files that are worth it. The same bytes give the same neighbours:
 * no time, no name, a fixed level.
 */
public final class Compression {
  public static final String GZIP = ".gz";
  public static final String BROTLI = ".br";

  /** On pages of this size 11 saves an eighth more and takes fifty times as long. */
  private static final int BROTLI_QUALITY = 9;

  /** A window that a page fits into: at this quality a larger one costs forty times the time. */
  private static final int WINDOW_BITS = 16;

  private static final int LARGE_WINDOW_BITS = 22;

  /** What fits into one packet arrives no sooner when it is smaller, and takes a block on disk each time. */
  private static final int ONE_PACKET = 1_400;

  private static final Set<String> TEXT =
      Set.of("html", "css", "js", "json", "txt", "xml", "svg", "atom", "rss", "ics");

  static {
    Brotli4jLoader.ensureAvailability();
  }

  private Compression() {}

  /** The compressed neighbours of a file; none if it is not text or fits into a packet anyway. */
  public static List<PublicFile> neighbours(PublicFile file) {
    return isWorthIt(file)
        ? List.of(
            new PublicFile(file.path() + GZIP, gzip(file.bytes())),
            new PublicFile(file.path() + BROTLI, brotli(file.bytes())))
        : List.of();
  }

  /** Whether a file has compressed neighbours. */
  public static boolean isWorthIt(PublicFile file) {
    String extension = file.path().substring(file.path().lastIndexOf('.') + 1);
    return TEXT.contains(extension) && file.bytes().length > ONE_PACKET;
  }

  private static byte[] brotli(byte[] bytes) {
    int window = bytes.length < 1 << WINDOW_BITS ? WINDOW_BITS : LARGE_WINDOW_BITS;
    try {
      return Encoder.compress(bytes, Encoder.Parameters.create(BROTLI_QUALITY, window));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 32);
    try (OutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
