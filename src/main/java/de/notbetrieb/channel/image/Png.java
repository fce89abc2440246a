package de.notbetrieb.channel.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as the bytes of a PNG file, without time or name. The points along the edges of letters
 * have a hundred shades; half as many look the same, and with 256 colours at most a point takes a
 * byte instead of three.
 */
final class Png {
  private static final int MOST_COLOURS = 256;

  /** The smallest file, at 0, saves six bytes in a hundred and takes three times as long. */
  private static final float QUALITY = 0.5f;

  /** Shades are rounded to these, more and more coarsely. */
  private static final int[] STEPS = {1, 4, 8, 16, 32};

  private Png() {}

  /**
   * @param image of the type TYPE_INT_RGB
   */
  static byte[] bytes(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 << 10);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam quick = writer.getDefaultWriteParam();
      quick.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quick.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(indexed(image), null, null), quick);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int[] points = new int[width * image.getHeight()];
    image.getRaster().getDataElements(0, 0, width, image.getHeight(), points);
    for (int i = 0; i < points.length; i++) {
      points[i] |= 0xff000000;
    }
    Set<Integer> colours = colours(points);
    for (int step : STEPS) {
      Map<Integer, Integer> palette = new LinkedHashMap<>();
      colours.forEach(one -> palette.putIfAbsent(rounded(one, step), palette.size()));
      if (palette.size() <= MOST_COLOURS) {
        return indexed(image, points, palette, step);
      }
    }
    return image;
  }

  /** In the order in which they come. */
  private static Set<Integer> colours(int[] points) {
    Set<Integer> colours = new LinkedHashSet<>();
    int last = points[0] + 1;
    for (int point : points) {
      if (point != last) {
        colours.add(point);
        last = point;
      }
    }
    return colours;
  }

  /**
   * @param palette the number of each rounded colour
   */
  private static BufferedImage indexed(
      BufferedImage image, int[] points, Map<Integer, Integer> palette, int step) {
    int[] colours = palette.keySet().stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Integer> known = new HashMap<>();
    IndexColorModel model =
        new IndexColorModel(
            8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] numbers = new byte[points.length];
    for (int i = 0; i < points.length; i++) {
      boolean again = i > 0 && points[i] == points[i - 1];
      numbers[i] =
          again
              ? numbers[i - 1]
              : known
                  .computeIfAbsent(points[i], one -> palette.getOrDefault(rounded(one, step), 0))
                  .byteValue();
    }
    indexed.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), numbers);
    return indexed;
  }

  /** Flat colours stay as they are: only what lies between two of them is rounded. */
  private static int rounded(int colour, int step) {
    if (step == 1 || Painting.FLAT.contains(colour)) {
      return colour;
    }
    int rounded = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int part = (colour >> shift & 0xff) / step * step + step / 2;
      rounded = rounded << 8 | part;
    }
    return rounded;
  }
}
