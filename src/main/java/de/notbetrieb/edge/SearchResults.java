package de.notbetrieb.edge;

import static de.notbetrieb.edge.Words.html;

import java.util.List;

/** What the search page says: what was found, or that nothing was, and who helps then. */
final class SearchResults {
  private SearchResults() {}

  static String of(SearchPages search, String asked, String lang) {
    List<SearchPages.Found> found = search.find(asked, lang);
    StringBuilder content = new StringBuilder();
    content.append("<h2>").append(Words.of(lang, "results.title", asked)).append("</h2>");
    if (found.isEmpty()) {
      content.append("<p>").append(Words.of(lang, "results.nothing")).append(' ');
      String ways = ways(search, lang);
      String hint = ways.isEmpty() ? "results.hint.alone" : "results.hint";
      content.append(Words.of(lang, hint)).append("</p>").append(ways);
    } else {
      content.append("<ul class=\"results\">");
      found.forEach(one -> content.append(item(one, lang)));
      content.append("</ul>");
    }
    return content.toString();
  }

  private static String item(SearchPages.Found found, String lang) {
    SearchPages.Shown shown = found.shown();
    String state =
        shown
            .state()
            .map(
                s ->
                    " <span class=\"s s-%s\"><span aria-hidden=\"true\">%s</span> %s</span>"
                        .formatted(html(s.code()), html(s.symbol()), html(s.words())))
            .or(() -> shown.kind().map(kind -> " <small>" + html(kind) + "</small>"))
            .orElse("");
    String in =
        found
            .language()
            .map(name -> " <small>" + Words.of(lang, "results.in", name) + "</small>")
            .orElse("");
    String sentence = shown.sentence().map(said -> "<p>" + said(said) + "</p>").orElse("");
    return "<li><a href=\"%s\">%s</a>%s%s%s</li>"
        .formatted(html(shown.address()), said(shown.title()), state, in, sentence);
  }

  /** The ways that are open now, or nothing when none is. */
  static String ways(SearchPages search, String lang) {
    StringBuilder ways = new StringBuilder();
    for (SearchPages.Way way : search.ways(lang)) {
      String value = html(way.value());
      String shown =
          way.dial().isEmpty()
              ? value
              : "<a class=\"tel\" href=\"tel:" + html(way.dial()) + "\">" + value + "</a>";
      ways.append("<li><b>").append(said(way.label())).append("</b> ").append(shown);
      ways.append("</li>");
    }
    return ways.isEmpty()
        ? ""
        : "<h2>" + Words.of(lang, "reach") + "</h2><ul class=\"ways\">" + ways + "</ul>";
  }

  private static String said(SearchPages.Said said) {
    return said.in().isEmpty()
        ? html(said.words())
        : "<span lang=\"" + html(said.in()) + "\">" + html(said.words()) + "</span>";
  }
}
