package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.Reviews;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every channel of a request as it would be published, before it is. */
@Controller
class PreviewScreen {
  private static final int MOST_SERVICES = 30;
  private static final Map<String, MediaType> TYPES =
      Map.ofEntries(
          Map.entry("html", utf8("text", "html")),
          Map.entry("css", utf8("text", "css")),
          Map.entry("txt", utf8("text", "plain")),
          Map.entry("xml", utf8("text", "plain")),
          Map.entry("ics", utf8("text", "plain")),
          Map.entry("svg", new MediaType("image", "svg+xml")),
          Map.entry("png", MediaType.IMAGE_PNG),
          Map.entry("ico", new MediaType("image", "x-icon")),
          Map.entry("woff2", new MediaType("font", "woff2")),
          Map.entry("pdf", MediaType.APPLICATION_PDF));

  /** As on the public site, but nothing runs, nothing is sent, and only our own frame shows it. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private final Editions editions;
  private final Reviews reviews;
  private final Frames frames;
  private final Screens screens;

  PreviewScreen(Editions editions, Journal journal, Frames frames, Screens screens) {
    this.editions = editions;
    this.reviews = new Reviews(journal, editions);
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/anfragen/{id}/vorschau")
  ResponseEntity<String> frame(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String datei) {
    me.person().allowedTo(Right.READ);
    Request found = editions.drafting().request(me.town(), id);
    Frame frame = frames.of(request, "release", "preview.title");
    List<PreviewPage.Group> groups = groups(me.town(), found.edition());
    PreviewPage.Entry shown =
        groups.stream()
            .flatMap(group -> group.entries().stream())
            .filter(entry -> entry.path().equals(datei))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("publishing.no-file", datei));
    return screens.show(
        "preview", frame, new PreviewPage(id, found.edition().number(), groups, shown));
  }

  @GetMapping("/anfragen/{id}/vorschau/datei/{*path}")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me, @PathVariable String id, @PathVariable String path) {
    me.person().allowedTo(Right.READ);
    Request found = editions.drafting().request(me.town(), id);
    PublicFile file =
        reviews
            .preview(me.town(), found, path.substring(1))
            .orElseThrow(() -> Refused.notFound("publishing.no-file", path));
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ResponseEntity.ok()
        .contentType(TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.inline()
                        .filename("vorschau-" + name, StandardCharsets.UTF_8)
                        .build()))
        .body(file.bytes());
  }

  private List<PreviewPage.Group> groups(Slug town, Edition edition) {
    List<PreviewPage.Entry> site = new ArrayList<>(List.of(entry("", "preview.start")));
    edition.languages().stream()
        .filter(language -> language != Language.DE)
        .map(language -> entry(language.folder(), language.ownName(), language))
        .forEach(site::add);
    List<PreviewPage.Entry> services =
        Difference.of(editions.live(town), edition).items().stream()
            .filter(item -> item.area() == Area.SERVICES && item.after().isPresent())
            .limit(MOST_SERVICES)
            .map(item -> entry("dienste/" + item.id() + "/", item.title(), Language.DE))
            .toList();
    return List.of(
        new PreviewPage.Group("preview.site", site),
        new PreviewPage.Group("preview.services", services),
        new PreviewPage.Group("preview.paper", papers(edition)),
        new PreviewPage.Group(
            "preview.words",
            List.of(
                entry("ansage.txt", "preview.tape"),
                entry("kurz.txt", "preview.short"),
                entry("posts.txt", "preview.posts"),
                entry("presse.txt", "preview.press"),
                entry("leitstelle.txt", "preview.control"),
                entry("amtsblatt.txt", "preview.gazette"),
                entry("cms.html", "preview.cms"))),
        new PreviewPage.Group(
            "preview.more",
            List.of(
                entry("bild.png", "preview.image"),
                entry("mitnehmen/", "preview.take"),
                entry("termine.ics", "preview.calendar"),
                entry("cap.xml", "preview.cap"))));
  }

  /** The general sheets, then one for each office and each life situation. */
  private static List<PreviewPage.Entry> papers(Edition edition) {
    List<PreviewPage.Entry> papers =
        new ArrayList<>(
            List.of(
                entry("plakat.pdf", "preview.poster"),
                entry("plakat-a3.pdf", "preview.poster.large"),
                entry("tischkarte.pdf", "preview.card"),
                entry("telefon.pdf", "preview.phones")));
    edition.offices().stream()
        .map(
            office ->
                entry("orte/" + office.slug() + "/plakat.pdf", office.name().de(), Language.DE))
        .forEach(papers::add);
    edition.lifeSituations().stream()
        .filter(
            about ->
                edition.services().stream().anyMatch(s -> s.lifeSituation().equals(about.slug())))
        .map(
            about ->
                entry(
                    "lebenslagen/" + about.slug() + "/plakat.pdf", about.name().de(), Language.DE))
        .forEach(papers::add);
    return papers;
  }

  private static PreviewPage.Entry entry(String path, String name) {
    return new PreviewPage.Entry(path, name, Optional.empty());
  }

  private static PreviewPage.Entry entry(String path, String words, Language language) {
    return new PreviewPage.Entry(path, "", Optional.of(new PreviewPage.Called(words, language)));
  }

  private static MediaType utf8(String type, String subtype) {
    return new MediaType(type, subtype, StandardCharsets.UTF_8);
  }
}
