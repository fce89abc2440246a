package de.notbetrieb.channel.feed;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import de.notbetrieb.edition.PublicFile;
import java.util.Date;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** News as RSS 2.0. Its descriptions are HTML, as readers take them. */
final class RssFeed {
  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  private RssFeed() {}

  static PublicFile of(Publisher publisher, News news) {
    Channel channel = new Channel("rss_2.0");
    channel.setTitle(news.title());
    channel.setLink(news.page());
    channel.setDescription(news.description());
    channel.setLanguage(publisher.language());
    channel.setLastBuildDate(Date.from(news.updated().toInstant()));
    channel.setItems(news.entries().stream().map(RssFeed::item).toList());
    Element self = new Element("link", ATOM);
    self.setAttribute("rel", "self");
    self.setAttribute("type", "application/rss+xml");
    self.setAttribute("href", publisher.address() + "/" + news.path() + ".rss");
    channel.getForeignMarkup().add(self);
    return Written.file(news.path() + ".rss", channel);
  }

  private static Item item(News.Entry news) {
    Item item = new Item();
    item.setTitle(news.title());
    item.setLink(news.page());
    Guid guid = new Guid();
    guid.setValue(news.id());
    guid.setPermaLink(false);
    item.setGuid(guid);
    item.setPubDate(Date.from(news.at().toInstant()));
    Description description = new Description();
    description.setType("text/html");
    description.setValue(news.html());
    item.setDescription(description);
    return item;
  }
}
