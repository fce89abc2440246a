package de.notbetrieb.edge;

import static de.notbetrieb.edge.Words.html;

import de.notbetrieb.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The few pages that are not files of an edition. Each is written into a page of the edition if it
 * brings one, else into a plain page.
 */
final class Pages {
  private static final String DOT = "<span aria-hidden=\"true\">·</span> ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.ROOT);

  private Pages() {}

  static Prepared notFound(Sites.Town town, String lang) {
    return message(town, lang, "404 Not Found", "404.html", "notfound");
  }

  /** The same with words of its own. */
  static Prepared notFound(Sites.Town town, String lang, String title, String content) {
    return page(town, lang, "404 Not Found", "404.html", title, "<h1>" + title + "</h1>" + content);
  }

  static Prepared gone(Sites.Town town, Sites.Past past, String lang) {
    return message(town, lang, "410 Gone", "410.html", "gone", Integer.toString(past.number()));
  }

  /** The same when the town has no edition left into whose page it could be written. */
  static Prepared gone(String number, String lang) {
    return alone(lang, "410 Gone", "gone", number);
  }

  /**
   * Every edition was taken back, and no corrected one is there yet. Numbers of the town are not
   * shown: those that the edge remembers may be what had to go.
   */
  static Prepared takenBack(String lang) {
    return alone(lang, "503 Service Unavailable", "taken-back");
  }

  private static Prepared alone(String lang, String status, String key, String... values) {
    String title = Words.of(lang, key + ".title", values);
    String text = "<h1>%s</h1><p>%s</p>".formatted(title, Words.of(lang, key + ".text"));
    Head head = Head.page(status);
    return Prepared.of(
        status.startsWith("503") ? head.with("Retry-After: 60") : head, plain(lang, title, text));
  }

  /**
   * A page of the edge's own in the frame of the town's pages, which lies at this address in every
   * language.
   */
  static Prepared told(Sites.Town town, String lang, String address, String title, String content) {
    String path = folder(lang) + "404.html";
    byte[] bytes =
        town.site()
            .shell(path)
            .filter(html -> html.contains("<main"))
            .map(html -> Shells.filled(Shells.anywhere(html, path), title, content))
            .map(html -> html.replace("404.html\"", address + "\""))
            .map(html -> html.getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> plain(lang, title, "<h1>" + title + "</h1>" + content));
    return Prepared.of(Head.page("200 OK"), bytes);
  }

  static Prepared unreadable(Sites.Town town, String lang) {
    return message(town, lang, "503 Service Unavailable", "503.html", "unreadable");
  }

  private static Prepared message(
      Sites.Town town, String lang, String status, String shell, String key, String... values) {
    String title = Words.of(lang, key + ".title", values);
    String content =
        "<h1>%s</h1><p>%s</p><p><a href=\"%s\">%s</a></p>"
                .formatted(title, Words.of(lang, key + ".text"), home(lang), Words.of(lang, "home"))
            + SearchResults.ways(town.site().search(), lang);
    return page(town, lang, status, shell, title, content);
  }

  static Prepared busy() {
    String title = Words.of("de", "busy.title");
    String text = "<h1>" + title + "</h1><p>" + Words.of("de", "busy.text") + "</p>";
    return Prepared.of(
        Head.page("503 Service Unavailable").with("Retry-After: 60"), plain("de", title, text));
  }

  static Prepared search(Sites.Town town, String lang, String query) {
    String stripped = query.strip();
    String asked = stripped.substring(0, Math.min(stripped.length(), 200));
    String content = asked.isEmpty() ? "" : SearchResults.of(town.site().search(), asked, lang);
    Optional<String> shell = town.site().shell(folder(lang) + "suche/index.html");
    String html =
        shell
            .filter(page -> page.contains(Shells.PLACE))
            .map(page -> page.replace(Shells.PLACE, content))
            .map(page -> page.replace("name=\"q\" value=\"\"", field(asked)))
            .orElseGet(() -> ownSearch(lang, asked, content));
    return Prepared.of(Head.page("200 OK"), html.getBytes(StandardCharsets.UTF_8));
  }

  private static String ownSearch(String lang, String asked, String content) {
    String form =
        "<h1>%s</h1><form action=\"\"><label for=\"q\">%s</label><input id=\"q\" type=\"search\" %s><button>%s</button></form>"
            .formatted(
                Words.of(lang, "search.title"),
                Words.of(lang, "search.label"),
                field(asked),
                Words.of(lang, "search.button"));
    return new String(
        plain(lang, Words.of(lang, "search.title"), form + content), StandardCharsets.UTF_8);
  }

  private static String field(String asked) {
    return "name=\"q\" value=\"" + html(asked) + "\"";
  }

  /**
   * Each number stands where the edition tells of it; the others below.
   *
   * @param source what a copy is copied from: it has not all that the edition tells of
   */
  static Prepared editions(Sites.Town town, String lang, Optional<SourceWord> source) {
    String title = Words.of(lang, "editions.title");
    String path = folder(lang) + "editions/index.html";
    Optional<String> shell = town.site().shell(path).map(html -> Shells.anywhere(html, path));
    String page = shell.orElse("");
    StringBuilder rows = new StringBuilder();
    for (Sites.Past past : town.past().reversed()) {
      String place = Shells.edition(past.number());
      if (page.contains(place)) {
        page = page.replace(place, read(town, past, lang));
      } else {
        String words = time(past.time(), town);
        rows.append("<li>").append(Words.of(lang, "editions.row", "" + past.number(), words));
        rows.append(' ').append(read(town, past, lang)).append("</li>");
      }
    }
    String list = rows.isEmpty() ? "" : "<ul class=\"editions\">" + rows + "</ul>";
    if (source.isPresent() && town.past().size() < town.site().number()) {
      list += MirrorPages.kept(source.get(), lang, "editions/");
      page = Shells.withoutEditions(page, Words.of(lang, "editions.absent"));
    }
    byte[] bytes =
        shell.isEmpty()
            ? plain(lang, title, "<h1>" + title + "</h1>" + list)
            : page.replace(Shells.PLACE, list).getBytes(StandardCharsets.UTF_8);
    return Prepared.of(Head.page("200 OK"), bytes);
  }

  private static String read(Sites.Town town, Sites.Past past, String lang) {
    String number = Integer.toString(past.number());
    if (past.isWithdrawn()) {
      return DOT + "<b>" + Words.of(lang, "editions.gone") + "</b>";
    }
    String live =
        past.number() == town.site().number()
            ? DOT + "<b>" + Words.of(lang, "editions.live") + "</b> "
            : "";
    String address = "/editions/" + number + home(lang);
    String words = Words.of(lang, "editions.read", number);
    return live + DOT + "<a href=\"" + address + "\">" + words + "</a>";
  }

  private static String time(OffsetDateTime time, Sites.Town town) {
    ZoneId zone = town.site().head().zone();
    return TIME.format(time.atZoneSameInstant(zone));
  }

  static Prepared towns(Sites sites) {
    if (sites.towns().isEmpty()) {
      String nothing = Words.of("de", "nothing.title");
      return Prepared.of(
          Head.page("503 Service Unavailable").with("Retry-After: 60"),
          plain(
              "de",
              nothing,
              "<h1>" + nothing + "</h1><p>" + Words.of("de", "nothing.text") + "</p>"));
    }
    String title = Words.of("de", "towns.title");
    String rows =
        sites.towns().stream()
            .map(Sites.Town::site)
            .map(
                site ->
                    "<li><a href=\"%s/\">%s</a></li>"
                        .formatted(html(site.address().toString()), html(site.head().townName())))
            .collect(Collectors.joining());
    return Prepared.of(
        Head.page("200 OK"), plain("de", title, "<h1>" + title + "</h1><ul>" + rows + "</ul>"));
  }

  /** A compressed form under its own name, from memory. */
  static Prepared compressed(Sites.Town town, String address, Resource original) {
    String path = address.substring(1);
    Optional<Resource.Form> form = path.endsWith(".gz") ? original.gzip() : original.brotli();
    if (form.isEmpty()) {
      return notFound(town, "de");
    }
    byte[] bytes = form.get().full().bodyBytes();
    return Prepared.of(Head.file(path, Sha256.of(bytes).hex()), bytes);
  }

  private static Prepared page(
      Sites.Town town, String lang, String status, String shell, String title, String content) {
    String path = folder(lang) + shell;
    Optional<String> page = town.site().shell(path);
    byte[] bytes =
        page.map(
                html ->
                    Shells.anywhere(html, path)
                        .replace(Shells.PLACE, withoutSecondHeading(html, content))
                        .getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> plain(lang, title, content));
    return Prepared.of(Head.page(status), bytes);
  }

  /** A page has one main heading: its own, if it brings one. */
  private static String withoutSecondHeading(String page, String content) {
    return page.contains("<h1") ? content.replaceFirst("^<h1>.*?</h1>", "") : content;
  }

  private static byte[] plain(String lang, String title, String content) {
    return ("<!doctype html>\n<html %s><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>%s</title></head>\n<body><main>%s</main></body></html>\n")
        .formatted(Words.attributes(lang), title, content)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String folder(String lang) {
    return lang.equals("de") ? "" : lang + "/";
  }

  static String home(String lang) {
    return "/" + folder(lang);
  }
}
