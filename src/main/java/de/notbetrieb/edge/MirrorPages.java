package de.notbetrieb.edge;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What a mirror says of itself: where it copies from, and since when it has heard nothing. */
final class MirrorPages {
  private MirrorPages() {}

  /** A page of the live edition with the word that there may be a newer one. */
  static Prepared marked(Sites.Town town, SourceWord word, String address, Resource page) {
    String lang = Router.languageOf(address);
    String note =
        "<aside class=\"superseded\" aria-label=\"%s\"><p><strong>%s</strong> <a href=\"%skopie/\">%s</a></p></aside>"
            .formatted(
                Words.of(lang, "mirror.label"),
                silence(town, word, lang),
                Pages.home(lang),
                Words.of(lang, "mirror.more"));
    return Prepared.of(
        Head.page("200 OK").with(Superseded.NO_SCRIPT), Superseded.above(page.bytes(), note));
  }

  private static String silence(Sites.Town town, SourceWord word, String lang) {
    return word.last()
        .map(last -> Words.of(lang, "mirror.silent", time(last, town, lang)))
        .orElseGet(() -> Words.of(lang, "mirror.never"));
  }

  /** The page that tells all of it. */
  static Prepared about(Sites.Town town, SourceWord word, String lang) {
    String source = word.source().toString();
    String heard =
        word.last()
            .map(last -> Words.of(lang, "mirror.heard", time(last, town, lang)))
            .orElseGet(() -> Words.of(lang, "mirror.never"));
    String content =
        "<p>%s</p><p><strong>%s</strong></p><p>%s</p>"
            .formatted(
                Words.of(lang, "mirror.text", town.site().head().townName()),
                heard,
                Words.of(
                    lang,
                    "mirror.edition",
                    Integer.toString(town.site().number()),
                    time(town.site().time().toInstant(), town, lang)));
    String links =
        "<p><a href=\"%s\">%s</a></p><p><a href=\"%s\">%s</a></p>"
            .formatted(
                Words.html(source),
                Words.of(lang, "mirror.source", source),
                Pages.home(lang),
                Words.of(lang, "home"));
    return Pages.told(town, lang, "kopie/", Words.of(lang, "mirror.title"), content + links);
  }

  /** An edition that this copy never had, or has no more. */
  static Prepared absent(Sites.Town town, SourceWord word, String lang, int number) {
    String title = Words.of(lang, "mirror.absent", Integer.toString(number));
    String home =
        "<p><a href=\"%s\">%s</a></p>".formatted(Pages.home(lang), Words.of(lang, "home"));
    String content = kept(word, lang, "editions/" + number + Pages.home(lang)) + home;
    return Pages.notFound(town, lang, title, content);
  }

  /**
   * That it has only the newest, and where the others may be.
   *
   * @param address at the source
   */
  static String kept(SourceWord word, String lang, String address) {
    String there = word.source().resolve(address).toString();
    return "<p>%s <a href=\"%s\">%s</a></p>"
        .formatted(
            Words.of(lang, "mirror.kept"),
            Words.html(there),
            Words.of(lang, "mirror.source", there));
  }

  private static String time(Instant time, Sites.Town town, String lang) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(Locale.forLanguageTag(lang))
        .format(time.atZone(town.site().head().zone()));
  }
}
