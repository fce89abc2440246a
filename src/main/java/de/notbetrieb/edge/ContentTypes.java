package de.notbetrieb.edge;

import java.util.Map;
import java.util.Set;

/** What kind of thing a file is, by its name. */
final class ContentTypes {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("md", "text/plain; charset=utf-8"),
          Map.entry("note", "text/plain; charset=utf-8"),
          Map.entry("xml", "application/xml"),
          Map.entry("atom", "application/atom+xml; charset=utf-8"),
          Map.entry("rss", "application/rss+xml; charset=utf-8"),
          Map.entry("ics", "text/calendar; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("sh", "text/plain; charset=utf-8"),
          Map.entry("tlog-proof", "text/plain; charset=utf-8"),
          Map.entry("checkpoint", "text/plain; charset=utf-8"),
          Map.entry("minisig", "text/plain; charset=utf-8"),
          Map.entry("pub", "text/plain; charset=utf-8"));
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "json",
          "atom",
          "rss",
          "xml",
          "ics",
          "txt",
          "csv",
          "minisig",
          "pub",
          "note",
          "tlog-proof",
          "checkpoint");

  private ContentTypes() {}

  static String of(String path) {
    if (path.equals("feed.json") || path.endsWith("/feed.json")) {
      return "application/feed+json";
    }
    if (path.equals("cap.xml")) {
      return "application/cap+xml";
    }
    if (path.equals("SHA256SUMS")) {
      return "text/plain; charset=utf-8";
    }
    return BY_ENDING.getOrDefault(ending(path), "application/octet-stream");
  }

  /** Whether other sites' pages may read it. */
  static boolean isForPrograms(String path) {
    return FOR_PROGRAMS.contains(ending(path)) || path.equals("sha256sums");
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
