package de.notbetrieb.channel.html;

import de.notbetrieb.edition.PublicFile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Renders the precompiled templates of {@code src/main/jte/site}. */
final class Pages {
  /**
   * What no text of ours needs and what HTML forbids or a liar uses to turn words around: controls,
   * direction overrides, half characters, non-characters.
   */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069"
              + "\\uFDD0-\\uFDEF\\uFEFF\\p{Cs}"
              + "\\x{FFFE}\\x{FFFF}\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}\\x{10FFFE}\\x{10FFFF}]");

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
    StringOutput output = new StringOutput(16_384);
    ENGINE.render("site/" + template + ".jte", values, output);
    return new PublicFile(frame.file(), bytes(output.toString()));
  }

  static byte[] bytes(String text) {
    return UNWANTED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }
}
