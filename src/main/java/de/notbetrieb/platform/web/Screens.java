package de.notbetrieb.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Renders screens; the template engine escapes everything. */
public final class Screens {
  private static final MediaType HTML =
      new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8);

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "de.notbetrieb.pages");

  public ResponseEntity<String> show(String template, Frame frame, Object page) {
    return show(HttpStatus.OK, template, frame, page);
  }

  public ResponseEntity<String> show(HttpStatus status, String template, Frame frame, Object page) {
    StringOutput out = new StringOutput();
    engine.render("staff/" + template + ".jte", Map.of("frame", frame, "page", page), out);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(out.toString());
  }

  /** After a form: look at the result with a GET, so that going back sends nothing again. */
  public static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).body("");
  }
}
