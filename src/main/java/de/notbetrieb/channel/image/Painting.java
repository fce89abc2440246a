package de.notbetrieb.channel.image;

import de.notbetrieb.edition.ServiceState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
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
              Arrays.stream(ServiceState.values()).map(Painting::colour))
          .map(Color::getRGB)
          .collect(Collectors.toUnmodifiableSet());

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = image.createGraphics();

  private Painting() {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
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
      fill(colour(count.state()), new RoundRectangle2D.Double(x, y, width, height, 14, 14));
      sign(count.state(), x + size, 505, size * 0.42);
      double base = 505 + size * 0.35;
      fill(Color.WHITE, Letters.SEMI_BOLD.outline(count.words(), size, x + size * 1.75, base));
      x += width + size * 0.5;
    }
  }

  private static double pill(ShareImage.Count count, double size) {
    return Letters.SEMI_BOLD.width(count.words(), size) + size * 2.95;
  }

  /** The signs of the pages: tick, half moon, arrow, question mark, cross. */
  private void sign(ServiceState state, double x, double y, double r) {
    pen.setColor(Color.WHITE);
    pen.setStroke(
        new BasicStroke((float) (r * 0.42), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (state) {
      case AVAILABLE -> pen.draw(path(x - r, y, x - r * 0.3, y + r * 0.7, x + r, y - r * 0.8));
      case LIMITED -> {
        pen.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        pen.fill(new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, 90, 180, Arc2D.CHORD));
      }
      case ELSEWHERE -> {
        pen.draw(path(x - r, y, x + r, y));
        pen.draw(path(x + r * 0.2, y - r * 0.8, x + r, y, x + r * 0.2, y + r * 0.8));
      }
      case UNKNOWN ->
          fill(
              Color.WHITE,
              Letters.SEMI_BOLD.outline(
                  "?", r * 2.9, x - Letters.SEMI_BOLD.width("?", r * 2.9) / 2, y + r));
      case UNAVAILABLE -> {
        pen.draw(path(x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8));
        pen.draw(path(x - r * 0.8, y + r * 0.8, x + r * 0.8, y - r * 0.8));
      }
    }
  }

  private static Path2D path(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  private static Color colour(ServiceState state) {
    return switch (state) {
      case UNAVAILABLE -> new Color(0xa01722);
      case UNKNOWN -> new Color(0x4a4f57);
      case ELSEWHERE -> new Color(0x1d4f91);
      case LIMITED -> new Color(0x7a4b00);
      case AVAILABLE -> new Color(0x0d6b3d);
    };
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
