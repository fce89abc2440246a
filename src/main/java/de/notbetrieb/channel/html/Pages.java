package de.notbetrieb.channel.html;

import de.notbetrieb.edition.PublicFile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders the precompiled templates of {@code src/main/jte/site}. */
final class Pages {
  private static final TemplateEngine ENGINE = engine();

  private Pages() {}

  private static TemplateEngine engine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "de.notbetrieb.pages");
    engine.setBinaryStaticContent(true);
    return engine;
  }

  /** The page of that template; {@code more} are the values it wants beside the frame. */
  static PublicFile render(String template, Frame frame, Map<String, Object> more) {
    Map<String, Object> values = new java.util.HashMap<>(more);
    values.put("frame", frame);
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render("site/" + template + ".jte", values, output);
    return new PublicFile(frame.file(), Unwanted.removed(output.toByteArray()));
  }

  static byte[] bytes(String text) {
    return Unwanted.removed(text.getBytes(StandardCharsets.UTF_8));
  }
}
