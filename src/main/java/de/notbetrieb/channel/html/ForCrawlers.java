package de.notbetrieb.channel.html;

import de.notbetrieb.channel.Languages;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code sitemap.xml} and {@code robots.txt}. */
final class ForCrawlers {
  private static final List<String> PAGES =
      List.of(
          "",
          "dienste/",
          "orte/",
          "telefon/",
          "fragen/",
          "meldungen/",
          "echtheit/",
          "mitnehmen/",
          "barrierefreiheit/",
          "impressum/",
          "datenschutz/");

  private ForCrawlers() {}

  static List<PublicFile> files(Facts facts) {
    String address = facts.edition().town().publicAddress().toString();
    String robots = "User-agent: *\nDisallow: /suche\nDisallow: /editions/\nSitemap: " + address;
    return List.of(
        new PublicFile("robots.txt", Pages.bytes(robots + "/sitemap.xml\n")),
        new PublicFile("sitemap.xml", Pages.bytes(sitemap(facts.edition(), address))));
  }

  private static String sitemap(Edition edition, String address) {
    Stream<String> services = edition.services().stream().map(s -> "dienste/" + s.slug() + "/");
    Stream<String> updates = edition.updates().stream().map(u -> "meldungen/" + u.slug() + "/");
    String urls =
        Stream.concat(PAGES.stream(), Stream.concat(services, updates))
            .flatMap(
                page -> Languages.of(edition).stream().map(l -> url(edition, address, page, l)))
            .collect(Collectors.joining());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        + urls
        + "</urlset>\n";
  }

  private static String url(Edition edition, String address, String page, Language language) {
    String alternates =
        Languages.of(edition).stream()
            .map(
                other ->
                    "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"%s\"/>"
                        .formatted(other.code(), location(address, page, other)))
            .collect(Collectors.joining());
    return "<url><loc>%s</loc>%s</url>\n".formatted(location(address, page, language), alternates);
  }

  private static String location(String address, String page, Language language) {
    return (address + "/" + Frame.folder(language) + page)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;");
  }
}
