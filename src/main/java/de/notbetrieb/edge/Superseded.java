package de.notbetrieb.edge;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of an earlier edition with the word that another one holds now, and where it is. */
final class Superseded {
  /** What was is for those who ask for it, not for search engines. */
  static final String NO_INDEX = "X-Robots-Tag: noindex";

  /** The script of a page would go to the page of its day, which has no such word above it. */
  static final String NO_SCRIPT = "Content-Security-Policy: script-src 'none'";

  private static final Pattern BEGIN =
      Pattern.compile("<body\\b[^>]*>|<html\\b[^>]*>(?!.*<body\\b)", Pattern.DOTALL);

  private Superseded() {}

  /**
   * @param address below the edition's folder
   */
  static Prepared page(Sites.Town town, Sites.Past past, String address, byte[] sealed) {
    return Prepared.of(
        Head.page("200 OK").with(NO_INDEX).with(NO_SCRIPT),
        above(sealed, word(town, past, address)));
  }

  /** A page with a word above all that it says. */
  static byte[] above(byte[] sealed, String word) {
    String page = new String(sealed, StandardCharsets.UTF_8);
    Matcher begin = BEGIN.matcher(page);
    int at = begin.find() ? begin.end() : 0;
    return (page.substring(0, at) + word + page.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  private static String word(Sites.Town town, Sites.Past past, String address) {
    String lang = Router.languageOf(address);
    String number = Integer.toString(past.number());
    String live = Integer.toString(town.site().number());
    String now = town.site().has(address) ? address : Pages.home(lang);
    String since = Pages.home(lang) + "seit/" + number + "/";
    return "<aside class=\"superseded\" aria-label=\"%s\"><p><strong>%s</strong> %s%s</p></aside>"
        .formatted(
            Words.of(lang, "earlier.label"),
            Words.of(lang, "earlier.title", number, date(past.time(), town, lang)),
            link(now, Words.of(lang, "earlier.live", live)),
            town.site().has(since) ? " " + link(since, Words.of(lang, "earlier.since")) : "");
  }

  private static String link(String address, String words) {
    return "<a href=\"" + Words.html(address) + "\">" + words + "</a>";
  }

  private static String date(OffsetDateTime time, Sites.Town town, String lang) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(lang))
        .format(time.atZoneSameInstant(town.site().head().zone()));
  }
}
