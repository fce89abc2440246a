package de.notbetrieb.channel.feed;

import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Json;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** News as JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
  private JsonFeed() {}

  static PublicFile of(Publisher publisher, News news) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", news.title());
    feed.put("home_page_url", news.page());
    feed.put("feed_url", publisher.address() + "/" + news.path() + ".json");
    feed.put("description", news.description());
    feed.put("language", publisher.language());
    feed.put("authors", List.of(Map.of("name", publisher.name())));
    feed.put("items", news.entries().stream().map(JsonFeed::item).toList());
    return new PublicFile(news.path() + ".json", Json.write(feed).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> item(News.Entry news) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", news.id());
    item.put("url", news.page());
    item.put("title", news.title());
    item.put("content_text", news.text());
    item.put("date_published", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(news.at()));
    return item;
  }
}
