package de.notbetrieb.channel.badge;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import java.nio.charset.StandardCharsets;

/**
 * The name of a service and its state, white on dark, the state by word and symbol as well as by
 * colour. Without fonts and scripts of its own: each text is given the room that it is drawn in.
 */
record Badge(String name, String state, String colour) {
  private static final int MOST_LETTERS = 60;
  private static final int HEIGHT = 28;
  private static final int MARGIN = 10;
  private static final int LETTER = 7;

  static Badge of(Edition edition, PhraseBook book, PublicService service) {
    String name = PlainWords.cut(service.name().orGerman(book.language()), MOST_LETTERS);
    String shown =
        edition.purpose() == Purpose.REAL
            ? name
            : book.say("text.pair", book.name("badge.purpose", edition.purpose()), name);
    String state = book.symbol(service.state()) + " " + book.state(service.state());
    return new Badge(shown, state, colour(service.state()));
  }

  private static String colour(ServiceState state) {
    return switch (state) {
      case UNAVAILABLE -> "#a01722";
      case UNKNOWN -> "#4a4f57";
      case ELSEWHERE -> "#1d4f91";
      case LIMITED -> "#7a4b00";
      case AVAILABLE -> "#0d6b3d";
    };
  }

  PublicFile file(String folder, PublicService service) {
    String path = folder + "dienste/" + service.slug() + "/badge.svg";
    return new PublicFile(path, svg().getBytes(StandardCharsets.UTF_8));
  }

  private String svg() {
    int left = width(name);
    int right = width(state);
    int whole = left + right;
    String both = escaped(name + ": " + state.substring(state.indexOf(' ') + 1));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-label="%s">
        <title>%s</title>
        <rect width="%s" height="%s" rx="4" fill="#14202b"/>
        <path d="M%s 0h%sa4 4 0 0 1 4 4v%sa4 4 0 0 1-4 4h-%sz" fill="%s"/>
        <g fill="#fff" font-family="Fira Sans,Verdana,DejaVu Sans,sans-serif" font-size="13">
        %s%s</g>
        </svg>
        """
        .formatted(
            whole,
            HEIGHT,
            whole,
            HEIGHT,
            both,
            both,
            whole,
            HEIGHT,
            left,
            right - 4,
            HEIGHT - 8,
            right - 4,
            colour,
            text(0, name),
            text(left, state));
  }

  private static String text(int from, String words) {
    return "<text x=\"%s\" y=\"19\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n"
        .formatted(from + MARGIN, width(words) - 2 * MARGIN, escaped(words));
  }

  private static int width(String words) {
    return words.codePointCount(0, words.length()) * LETTER + 2 * MARGIN;
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
