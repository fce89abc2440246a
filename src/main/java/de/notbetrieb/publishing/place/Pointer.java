package de.notbetrieb.publishing.place;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one small page of a bucket that says in which folder the present edition lies: a bucket knows
 * no renaming, but replaces one object in one step.
 */
record Pointer(String townName, String folder) {
  static final String FILE = "index.html";
  private static final Pattern FOLDER =
      Pattern.compile(
          "content=\"0; url=(ausgabe-[1-9]\\d{0,8}-[0-9a-f]{8}(?:-neu)?)/index\\.html\"");

  byte[] page() {
    String name =
        townName
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    return """
        <!DOCTYPE html>
        <html lang="de">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="refresh" content="0; url=%s/index.html">
        <title>%s</title>
        </head>
        <body>
        <p><a href="%s/index.html">%s</a></p>
        </body>
        </html>
        """
        .formatted(folder, name, folder, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The folder that such a page names; empty when it is no such page. */
  static Optional<String> folder(byte[] page) {
    Matcher found = FOLDER.matcher(new String(page, StandardCharsets.UTF_8));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
