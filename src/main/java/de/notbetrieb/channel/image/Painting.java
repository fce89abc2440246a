package de.notbetrieb.channel.image;

import de.notbetrieb.edition.ServiceState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the picture, 1200 by 630 points, as networks show it. Shapes only, filled by the JDK's own
 * code, so that every machine makes the same points.
 */
final class Painting {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 630;
  private static final int MARGIN = 64;
  private static final int INNER = WIDTH - 2 * MARGIN;
  private static final Color GROUND = new Color(0x14202b);
  private static final Color SOFT = new Color(0xc9d4dd);
  private static final Color BAND = new Color(0xffd84d);

  /** The colours of areas, as points have them. */
  static final Set<Integer> FLAT =
      Stream.concat(
              Stream.of(GROUND, SOFT, BAND, Color.WHITE),
              Arrays.stream(ServiceState.values()).map(Sign::colour))
          .map(Color::getRGB)
          .collect(Collectors.toUnmodifiableSet());

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = image.createGraphics();

  private Painting() {
    Sign.smooth(pen);
  }

  static byte[] png(ShareImage.Shown shown) {
    Painting painting = new Painting();
    painting.draw(shown);
    painting.pen.dispose();
    return Png.bytes(painting.image);
  }

  private void draw(ShareImage.Shown shown) {
    fill(GROUND, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    double top = 40;
    if (!shown.purpose().isEmpty()) {
      fill(BAND, new Rectangle2D.Double(0, 0, WIDTH, 56));
      fitted(Letters.SEMI_BOLD, shown.purpose(), 26, 38, GROUND);
      top = 76;
    }
    fitted(Letters.SEMI_BOLD, shown.town(), 36, top + 44, SOFT);
    headline(shown.headline(), top + 68);
    counts(shown.counts());
    fill(SOFT, new Rectangle2D.Double(MARGIN, 552, INNER, 2));
    fitted(Letters.REGULAR, shown.asOf(), 26, 596, SOFT);
    double size = sizeThatFits(Letters.SEMI_BOLD, shown.address(), 26, INNER / 2.0);
    double left = WIDTH - MARGIN - Letters.SEMI_BOLD.width(shown.address(), size);
    fill(Color.WHITE, Letters.SEMI_BOLD.outline(shown.address(), size, left, 596));
  }

  /** As large as there is room for it. */
  private void headline(String words, double top) {
    double bottom = 440;
    double size = 76;
    List<String> lines = Letters.SEMI_BOLD.lines(words, size, INNER);
    while (size > 24 && (lines.size() * size * 1.15 > bottom - top || isWide(lines, size))) {
      size -= 2;
      lines = Letters.SEMI_BOLD.lines(words, size, INNER);
    }
    double y = top + size;
    for (String line : lines) {
      fill(Color.WHITE, Letters.SEMI_BOLD.outline(line, size, MARGIN, y));
      y += size * 1.15;
    }
  }

  private static boolean isWide(List<String> lines, double size) {
    return lines.stream().anyMatch(line -> Letters.SEMI_BOLD.width(line, size) > INNER);
  }

  /** A pill for each state, smaller until all stand in a row. */
  private void counts(List<ShareImage.Count> counts) {
    double size = 30;
    while (size > 12 && counts.stream().mapToDouble(c -> pill(c, 30)).sum() * size / 30 > INNER) {
      size--;
    }
    double x = MARGIN;
    for (ShareImage.Count count : counts) {
      double width = pill(count, size) - size * 0.5;
      double height = size * 1.9;
      double y = 505 - height / 2;
      fill(Sign.colour(count.state()), new RoundRectangle2D.Double(x, y, width, height, 14, 14));
      Sign.draw(pen, count.state(), x + size, 505, size * 0.42);
      double base = 505 + size * 0.35;
      fill(Color.WHITE, Letters.SEMI_BOLD.outline(count.words(), size, x + size * 1.75, base));
      x += width + size * 0.5;
    }
  }

  private static double pill(ShareImage.Count count, double size) {
    return Letters.SEMI_BOLD.width(count.words(), size) + size * 2.95;
  }

  private void fitted(Letters font, String words, double size, double y, Color colour) {
    double fits = sizeThatFits(font, words, size, INNER);
    fill(colour, font.outline(words, fits, MARGIN, y));
  }

  private static double sizeThatFits(Letters font, String words, double size, double most) {
    double width = font.width(words, size);
    return width <= most ? size : size * most / width;
  }

  private void fill(Color colour, java.awt.Shape shape) {
    pen.setColor(colour);
    pen.fill(shape);
  }
}
