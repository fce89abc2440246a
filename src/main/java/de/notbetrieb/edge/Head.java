package de.notbetrieb.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Status and header lines of a response.
 *
 * @param etag with its quotes, or empty
 * @param lines each ended by CRLF
 */
record Head(String status, String etag, String lines, boolean hasBody) {
  static final String NOT_MODIFIED = "304 Not Modified";

  /**
   * A reader asks each time; a cache on the way may answer for so many seconds, and for a day when
   * the edge is out of reach.
   */
  private static final String KEPT =
      "Cache-Control: max-age=0, s-maxage=5, stale-if-error=86400\r\n";

  /** What was composed for one asker, such as what somebody searched for, is kept by nobody. */
  private static final String NOT_KEPT = "Cache-Control: no-store\r\n";

  private static final String EVERYWHERE =
      "X-Content-Type-Options: nosniff\r\n"
          + "Referrer-Policy: no-referrer\r\n"
          + "Cross-Origin-Opener-Policy: same-origin\r\n";
  private static final String POLICY =
      "Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors ";

  /** The status of a service is there to be shown in a frame on other sites' pages. */
  private static final Pattern EMBEDDED =
      Pattern.compile(Words.FOLDER + "dienste/[a-z0-9-]+/status\\.html");

  static Head page(String status) {
    return new Head(
        status, "", type("text/html; charset=utf-8") + NOT_KEPT + safety("page.html"), true);
  }

  static Head text(String status, String type) {
    return new Head(status, "", type(type) + NOT_KEPT + safety("x.json"), true);
  }

  static Head redirect(String location) {
    return page("308 Permanent Redirect").with("Location: " + location);
  }

  /** For today only: what stands there may come back. */
  static Head elsewhere(String location) {
    return page("302 Found").with("Location: " + location);
  }

  /** The head of a file; an encoding, a variant's name or the word on variants comes with it. */
  static Head file(String path, String sha256) {
    String etag = "\"" + sha256.substring(0, 32) + "\"";
    String lines = type(ContentTypes.of(path)) + "ETag: " + etag + "\r\n" + KEPT + safety(path);
    return new Head("200 OK", etag, lines, true);
  }

  Head with(String line) {
    return new Head(status, etag, lines + line + "\r\n", hasBody);
  }

  Head status(String other) {
    return new Head(other, "", lines.replace("ETag: " + etag + "\r\n", ""), hasBody);
  }

  /** The same without a body, for those who have it already. */
  Head notModified() {
    int type = lines.indexOf("\r\n") + 2;
    return new Head(NOT_MODIFIED, etag, lines.substring(type), false);
  }

  private static String type(String type) {
    return "Content-Type: " + type + "\r\n";
  }

  private static String safety(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".html")) {
      return EVERYWHERE
          + POLICY
          + "'none'\r\n"
          + (ContentTypes.isForPrograms(lower) ? "Access-Control-Allow-Origin: *\r\n" : "");
    }
    if (EMBEDDED.matcher(path).matches()) {
      return EVERYWHERE + POLICY + "*\r\n";
    }
    return EVERYWHERE + POLICY + "'none'\r\nX-Frame-Options: DENY\r\n";
  }
}
