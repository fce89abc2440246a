package de.notbetrieb.channel.feed;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a feed tells, whatever its format: it speaks of its own facts alone, so that a feed in which
 * nothing is new is an unchanged file.
 *
 * @param path where its files lie, without their ending: {@code en/feed}
 * @param page the address of the page that it belongs to
 * @param otherwise the time of a feed without any news
 * @param entries newest first
 */
record News(
    String id,
    String path,
    String page,
    String title,
    String description,
    OffsetDateTime otherwise,
    List<Entry> entries) {
  static final int MOST_ENTRIES = 50;

  News {
    entries =
        entries.stream()
            .sorted(Comparator.comparing((Entry e) -> e.at().toInstant()).reversed())
            .limit(MOST_ENTRIES)
            .toList();
  }

  /**
   * One piece of news.
   *
   * @param id stays for ever
   * @param page an address
   */
  record Entry(String id, String page, OffsetDateTime at, String title, List<String> paragraphs) {
    Entry {
      paragraphs = List.copyOf(paragraphs);
    }

    String text() {
      return String.join("\n\n", paragraphs);
    }

    String html() {
      return paragraphs.stream()
          .map(p -> p.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .collect(Collectors.joining("</p><p>", "<p>", "</p>"));
    }
  }

  /** When there was last news. */
  OffsetDateTime updated() {
    return Optional.of(entries)
        .filter(all -> !all.isEmpty())
        .map(all -> all.getFirst().at())
        .orElse(otherwise);
  }
}
