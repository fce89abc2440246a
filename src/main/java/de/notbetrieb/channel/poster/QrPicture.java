package de.notbetrieb.channel.poster;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.util.ConcurrentLruCache;

/** An address as a QR code, for a page to be printed. The same few are asked for again and again. */
final class QrPicture {
  private static final int MOST_KEPT = 200;
  private static final ConcurrentLruCache<String, String> DRAWN =
      new ConcurrentLruCache<>(MOST_KEPT, QrPicture::drawn);

  /** The white edge that the standard asks for. */
  private static final int EDGE = 4;

  private static final int POINTS = 8;

  private QrPicture() {}

  /** As the address of an image that holds it. */
  static String of(String address) {
    return DRAWN.get(address);
  }

  private static String drawn(String address) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    int size = (code.size + 2 * EDGE) * POINTS;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    WritableRaster points = image.getRaster();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean dark = code.getModule(x / POINTS - EDGE, y / POINTS - EDGE);
        points.setSample(x, y, 0, dark ? 0 : 1);
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
