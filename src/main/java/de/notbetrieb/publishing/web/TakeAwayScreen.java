package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.channel.export.StaticExport;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Editions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What speaks for the town elsewhere, to be carried there: ZIP, stick, block, paper, tape. */
@Controller
class TakeAwayScreen {
  /** The files of an edition that people carry one by one, and how a browser shows them. */
  private static final Map<String, MediaType> FILES =
      Map.of(
          "plakat.pdf", MediaType.APPLICATION_PDF,
          "telefon.pdf", MediaType.APPLICATION_PDF,
          "ansage.txt", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
          "kurz.txt", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
          "edition.txt", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
          // As text: the block is looked at and copied here, never run.
          "cms.html", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));

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
    return screens.show(
        "take-away",
        frames.of(request, "take", "take.title"),
        new TakeAwayPage(
            live.map(EditionPackage::number),
            live.map(edition -> text(edition, "cms.html")).orElse(""),
            live.map(edition -> text(edition, "ansage.txt")).orElse(""),
            live.map(edition -> text(edition, "kurz.txt")).orElse("")));
  }

  @GetMapping("/mitnehmen/{file}")
  ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn me, @PathVariable String file) {
    me.person().allowedTo(Right.READ);
    Editions.Sealed live =
        editions
            .sealed(me.town())
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", "-"));
    EditionPackage edition = live.edition();
    String name = me.town() + "-ausgabe-" + edition.number();
    return switch (file) {
      case "seite.zip" -> zip(StaticExport.signed(edition, live.key()), name + ".zip");
      case "stick.zip" -> zip(StaticExport.stick(edition), name + "-stick.zip");
      default ->
          Optional.ofNullable(FILES.get(file))
              .map(type -> ResponseEntity.ok().contentType(type).body(edition.bytes(file)))
              .orElseThrow(() -> Refused.notFound("publishing.no-file", file));
    };
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
