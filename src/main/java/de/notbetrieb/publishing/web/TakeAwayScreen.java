package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.channel.export.StaticExport;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What speaks for the town elsewhere, to be carried there: ZIP, stick, block, paper, posts. */
@Controller
class TakeAwayScreen {
  private static final MediaType PLAIN =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /**
   * How a browser shows what people carry one by one. What could run is looked at and copied here
   * as text.
   */
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "pdf",
          MediaType.APPLICATION_PDF,
          "png",
          MediaType.IMAGE_PNG,
          "txt",
          PLAIN,
          "html",
          PLAIN,
          "xml",
          PLAIN,
          "ics",
          new MediaType("text", "calendar", StandardCharsets.UTF_8));

  private static final Map<String, String> TEXTS = new java.util.LinkedHashMap<>();

  static {
    TEXTS.put("ansage.txt", "take.tape");
    TEXTS.put("kurz.txt", "take.short");
    TEXTS.put("presse.txt", "take.press");
    TEXTS.put("leitstelle.txt", "take.control");
    TEXTS.put("amtsblatt.txt", "take.gazette");
  }

  private final Editions editions;
  private final Frames frames;
  private final Screens screens;

  TakeAwayScreen(Editions editions, Frames frames, Screens screens) {
    this.editions = editions;
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/mitnehmen")
  ResponseEntity<String> overview(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    me.person().allowedTo(Right.READ);
    Optional<EditionPackage> live = editions.sealed(me.town()).map(Editions.Sealed::edition);
    List<TakeAwayPage.Sheet> sheets =
        editions.live(me.town()).map(TakeAwayScreen::sheets).orElse(List.of());
    return screens.show(
        "take-away",
        frames.of(request, "take", "take.title"),
        new TakeAwayPage(
            live.map(EditionPackage::number),
            live.map(edition -> text(edition, "cms.html")).orElse(""),
            live.map(TakeAwayScreen::texts).orElse(List.of()),
            sheets.stream().filter(s -> live.filter(e -> has(e, s.path())).isPresent()).toList(),
            live.map(PostsInLanguage::of).orElse(List.of())));
  }

  private static List<TakeAwayPage.Words> texts(EditionPackage edition) {
    return TEXTS.entrySet().stream()
        .filter(one -> has(edition, one.getKey()))
        .map(
            one ->
                new TakeAwayPage.Words(one.getKey(), one.getValue(), text(edition, one.getKey())))
        .toList();
  }

  private static List<TakeAwayPage.Sheet> sheets(Edition edition) {
    List<TakeAwayPage.Sheet> sheets =
        new ArrayList<>(
            List.of(
                new TakeAwayPage.Sheet("plakat.pdf", "take.poster", ""),
                new TakeAwayPage.Sheet("plakat-a3.pdf", "take.poster.large", ""),
                new TakeAwayPage.Sheet("tischkarte.pdf", "take.card", ""),
                new TakeAwayPage.Sheet("telefon.pdf", "take.phones", "")));
    for (PublicOffice office : edition.offices()) {
      String path = "orte/" + office.slug() + "/plakat.pdf";
      sheets.add(new TakeAwayPage.Sheet(path, "take.poster.of", office.name().de()));
    }
    for (PublicLifeSituation about : edition.lifeSituations()) {
      String path = "lebenslagen/" + about.slug() + "/plakat.pdf";
      sheets.add(new TakeAwayPage.Sheet(path, "take.poster.of", about.name().de()));
    }
    return sheets;
  }

  @GetMapping("/mitnehmen/{file}")
  ResponseEntity<byte[]> whole(@AuthenticationPrincipal SignedIn me, @PathVariable String file) {
    me.person().allowedTo(Right.READ);
    Editions.Sealed live = live(me);
    EditionPackage edition = live.edition();
    String name = me.town() + "-ausgabe-" + edition.number();
    return switch (file) {
      case "seite.zip" -> zip(StaticExport.signed(edition, live.key()), name + ".zip");
      case "stick.zip" -> zip(StaticExport.stick(edition), name + "-stick.zip");
      default -> shown(edition, file);
    };
  }

  /** A file that lies in a folder. */
  @GetMapping("/mitnehmen/datei/{*path}")
  ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn me, @PathVariable String path) {
    me.person().allowedTo(Right.READ);
    return shown(live(me).edition(), path.substring(1));
  }

  private Editions.Sealed live(SignedIn me) {
    return editions
        .sealed(me.town())
        .orElseThrow(() -> Refused.notFound("publishing.no-edition", "-"));
  }

  private static ResponseEntity<byte[]> shown(EditionPackage edition, String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return Optional.ofNullable(TYPES.get(ending))
        .filter(_ -> has(edition, path))
        .map(type -> ResponseEntity.ok().contentType(type).body(edition.bytes(path)))
        .orElseThrow(() -> Refused.notFound("publishing.no-file", path));
  }

  private static boolean has(EditionPackage edition, String path) {
    return edition.sums().of(path).isPresent();
  }

  private static ResponseEntity<byte[]> zip(StaticExport export, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      export.toZip(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "zip"))
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.attachment().filename(name).build()))
        .body(out.toByteArray());
  }

  private static String text(EditionPackage edition, String file) {
    return new String(edition.bytes(file), StandardCharsets.UTF_8);
  }
}
