package de.notbetrieb.channel.image;

import de.notbetrieb.edition.ServiceState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signs of the states, as on the pages: tick, half moon, arrow, question mark, cross. Our font
 * has none of them, so they are drawn.
 */
public final class Sign {
  private static final int SIZE = 96;
  private static final Map<ServiceState, byte[]> PNG =
      Arrays.stream(ServiceState.values())
          .collect(
              Collectors.toMap(
                  state -> state,
                  Sign::painted,
                  (a, b) -> a,
                  () -> new EnumMap<>(ServiceState.class)));

  private Sign() {}

  /** White on a disc of the state's colour. */
  public static byte[] png(ServiceState state) {
    return Optional.ofNullable(PNG.get(state)).orElseThrow().clone();
  }

  private static byte[] painted(ServiceState state) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    smooth(pen);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.setColor(colour(state));
    pen.fill(new Ellipse2D.Double(0, 0, SIZE, SIZE));
    draw(pen, state, SIZE / 2.0, SIZE / 2.0, SIZE * 0.26);
    pen.dispose();
    return Png.bytes(image);
  }

  static void smooth(Graphics2D pen) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static Color colour(ServiceState state) {
    return switch (state) {
      case UNAVAILABLE -> new Color(0xa01722);
      case UNKNOWN -> new Color(0x4a4f57);
      case ELSEWHERE -> new Color(0x1d4f91);
      case LIMITED -> new Color(0x7a4b00);
      case AVAILABLE -> new Color(0x0d6b3d);
    };
  }

  /** In white, around that point. */
  static void draw(Graphics2D pen, ServiceState state, double x, double y, double r) {
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
      case UNKNOWN -> {
        double half = Letters.SEMI_BOLD.width("?", r * 2.9) / 2;
        pen.fill(Letters.SEMI_BOLD.outline("?", r * 2.9, x - half, y + r));
      }
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
}
