package de.notbetrieb.channel.image;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of a font's letters. They are read from the file and filled as shapes, since the
 * letters that the machine draws depend on the libraries that it has.
 */
final class Letters {
  static final Letters REGULAR = new Letters("400Regular/FiraSans_400Regular.ttf");
  static final Letters SEMI_BOLD = new Letters("600SemiBold/FiraSans_600SemiBold.ttf");

  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final double units;

  private Letters(String name) {
    try (InputStream in =
        Optional.ofNullable(Letters.class.getResourceAsStream("/vendor/fira-sans/" + name))
            .orElseThrow()) {
      this.font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      this.letters = font.getUnicodeCmapLookup();
      this.units = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it can draw these words; those written from right to left it cannot. */
  boolean has(String words) {
    return words.codePoints().allMatch(letter -> letters.getGlyphId(letter) != 0);
  }

  /** The width of words that are so high. */
  synchronized double width(String words, double size) {
    try {
      double width = 0;
      for (int letter : words.codePoints().toArray()) {
        width += font.getAdvanceWidth(letters.getGlyphId(letter));
      }
      return width * size / units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words as one shape that begins there, on the line. */
  synchronized Path2D outline(String words, double size, double x, double y) {
    double scale = size / units;
    AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    try {
      for (int letter : words.codePoints().toArray()) {
        int glyph = letters.getGlyphId(letter);
        GeneralPath path = glyphPath(glyph);
        outline.append(path.getPathIterator(place), false);
        place.translate(font.getAdvanceWidth(glyph), 0);
      }
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GeneralPath glyphPath(int glyph) throws IOException {
    return Optional.ofNullable(font.getGlyph())
        .map(table -> path(table, glyph))
        .orElseGet(GeneralPath::new);
  }

  private static GeneralPath path(org.apache.fontbox.ttf.GlyphTable table, int glyph) {
    try {
      return Optional.ofNullable(table.getGlyph(glyph))
          .map(data -> data.getPath())
          .orElseGet(GeneralPath::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines that are no wider than that; a word that is wider stays in one piece. */
  List<String> lines(String words, double size, double most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > most) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
