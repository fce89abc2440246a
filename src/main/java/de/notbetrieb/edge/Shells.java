package de.notbetrieb.edge;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Pages of the edition into which the edge writes: {@code suche/index.html}, {@code 404.html},
 * {@code 410.html}, {@code editions/index.html}, at the root and in a language's folder. Each holds
 * the place holder once.
 */
final class Shells {
  static final String PLACE = "<!--notbetrieb:results-->";
  private static final Pattern SHELL =
      Pattern.compile(Words.FOLDER + "(suche/index|editions/index|404|410)\\.html");
  private static final Pattern EDITION = Pattern.compile("<!--notbetrieb:edition:\\d+-->");
  private static final Pattern LINK = Pattern.compile("\\b(href|src|action)=\"([^\"]*)\"");
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[a-z][a-z0-9+.-]*:|/|#).*");

  private Shells() {}

  /** Where a page tells of that edition. */
  static String edition(int number) {
    return "<!--notbetrieb:edition:" + number + "-->";
  }

  /** The same page where it tells of editions that are not there. */
  static String withoutEditions(String page, String word) {
    return EDITION.matcher(page).replaceAll(quoted(word));
  }

  static boolean isShell(String path) {
    return SHELL.matcher(path).matches();
  }

  /** The frame of a page around something else. */
  static String filled(String page, String title, String content) {
    String head = "<div class=\"lead\"><div class=\"in\"><h1>" + title + "</h1></div></div>";
    String main = head + "<div class=\"in\">" + content + "</div>";
    return page.replaceFirst("(<title>).*?(?= · |</title>)", "$1" + quoted(title))
        .replaceFirst("<meta name=\"description\"[^>]*>\\s*", "")
        .replaceFirst("(?s)(<main\\b[^>]*>).*(</main>)", "$1" + quoted(main) + "$2");
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  /** The page with its links made to work from every depth. */
  static String anywhere(String page, String path) {
    java.net.URI base = java.net.URI.create("/" + path);
    return LINK.matcher(page)
        .replaceAll(
            link ->
                java.util.regex.Matcher.quoteReplacement(
                    ABSOLUTE.matcher(link.group(2)).matches()
                        ? link.group()
                        : resolved(base, link)));
  }

  private static String resolved(java.net.URI base, MatchResult link) {
    try {
      String address = base.resolve(link.group(2)).toString();
      while (address.startsWith("/../")) {
        address = address.substring(3);
      }
      return link.group(1) + "=\"" + address + "\"";
    } catch (IllegalArgumentException e) {
      return link.group();
    }
  }
}
