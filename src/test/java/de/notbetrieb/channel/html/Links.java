package de.notbetrieb.channel.html;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links of a page that lead to a file beside it. */
final class Links {
  private static final Pattern LINK = Pattern.compile("\\b(?:href|src|action)=\"([^\"]*)\"");

  private Links() {}

  static List<String> in(String html) {
    return LINK.matcher(html)
        .results()
        .map((MatchResult m) -> m.group(1))
        .filter(link -> !link.matches("(?:[a-z]+:).*"))
        .toList();
  }

  /** The file that a link of a page means. */
  static String target(String page, String link) {
    if (link.startsWith("#")) {
      return page;
    }
    String path = URI.create("http://x/" + page).resolve(link).getPath().substring(1);
    return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
  }

  /** Whether the place on the page that the link names is there. */
  static boolean hasPlace(RenderedSite site, String target, String link) {
    int hash = link.indexOf('#');
    return hash < 0 || site.page(target).contains("id=\"" + link.substring(hash + 1) + "\"");
  }
}
