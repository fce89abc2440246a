package de.notbetrieb.channel.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import de.notbetrieb.edition.PublicFile;
import java.util.Date;
import java.util.List;

/** News as Atom 1.0 (RFC 4287). */
final class AtomFeed {
  private AtomFeed() {}

  static PublicFile of(Publisher publisher, News news) {
    Feed feed = new Feed("atom_1.0");
    feed.setId(news.id() + ".atom");
    feed.setTitle(news.title());
    feed.setSubtitle(content(Content.TEXT, news.description()));
    feed.setUpdated(Date.from(news.updated().toInstant()));
    Person author = new Person();
    author.setName(publisher.name());
    feed.setAuthors(List.of(author));
    String self = publisher.address() + "/" + news.path() + ".atom";
    feed.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
    feed.setAlternateLinks(List.of(link("alternate", "text/html", news.page())));
    feed.setEntries(news.entries().stream().map(AtomFeed::entry).toList());
    return Written.file(news.path() + ".atom", feed);
  }

  private static Entry entry(News.Entry news) {
    Entry entry = new Entry();
    entry.setId(news.id());
    entry.setTitle(news.title());
    entry.setUpdated(Date.from(news.at().toInstant()));
    entry.setPublished(Date.from(news.at().toInstant()));
    entry.setAlternateLinks(List.of(link("alternate", "text/html", news.page())));
    entry.setContents(List.of(content(Content.HTML, news.html())));
    return entry;
  }

  private static Content content(String type, String words) {
    Content content = new Content();
    content.setType(type);
    content.setValue(words);
    return content;
  }

  static Link link(String rel, String type, String address) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(type);
    link.setHref(address);
    return link;
  }
}
