package de.notbetrieb.channel.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import de.notbetrieb.edition.PublicFile;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;

/** The history of outages as status pages offer it: {@code history.atom} and {@code history.rss}. */
public record History(
    String author, String title, URI address, OffsetDateTime updated, List<Entry> entries) {
  public History {
    entries = List.copyOf(entries);
  }

  /** One outage. */
  public record Entry(
      String id,
      String page,
      OffsetDateTime published,
      OffsetDateTime updated,
      String title,
      String html) {}

  public List<PublicFile> files() {
    return List.of(Written.file("history.atom", atom()), Written.file("history.rss", rss()));
  }

  private Feed atom() {
    Feed feed = new Feed("atom_1.0");
    feed.setId(tag("/history"));
    feed.setTitle(title);
    feed.setUpdated(Date.from(updated.toInstant()));
    Person person = new Person();
    person.setName(author);
    feed.setAuthors(List.of(person));
    feed.setOtherLinks(
        List.of(AtomFeed.link("self", "application/atom+xml", address + "/history.atom")));
    feed.setAlternateLinks(List.of(AtomFeed.link("alternate", "text/html", address + "/")));
    feed.setEntries(entries.stream().map(this::entry).toList());
    return feed;
  }

  private com.rometools.rome.feed.atom.Entry entry(Entry one) {
    com.rometools.rome.feed.atom.Entry entry = new com.rometools.rome.feed.atom.Entry();
    entry.setId(tag("Incident/" + one.id()));
    entry.setTitle(one.title());
    entry.setPublished(Date.from(one.published().toInstant()));
    entry.setUpdated(Date.from(one.updated().toInstant()));
    entry.setAlternateLinks(List.of(AtomFeed.link("alternate", "text/html", one.page())));
    Content content = new Content();
    content.setType(Content.HTML);
    content.setValue(one.html());
    entry.setContents(List.of(content));
    return entry;
  }

  private Channel rss() {
    Channel channel = new Channel("rss_2.0");
    channel.setTitle(title);
    channel.setLink(address + "/");
    channel.setDescription(title);
    channel.setLanguage("de");
    channel.setPubDate(Date.from(updated.toInstant()));
    channel.setItems(entries.stream().map(this::item).toList());
    return channel;
  }

  private Item item(Entry one) {
    Item item = new Item();
    item.setTitle(one.title());
    item.setLink(one.page());
    item.setPubDate(Date.from(one.updated().toInstant()));
    Guid guid = new Guid();
    guid.setValue(tag("Incident/" + one.id()));
    guid.setPermaLink(false);
    item.setGuid(guid);
    Description description = new Description();
    description.setType("text/html");
    description.setValue(one.html());
    item.setDescription(description);
    return item;
  }

  private String tag(String name) {
    String host = address.getHost() == null ? "notbetrieb.invalid" : address.getHost();
    return "tag:" + host + ",2005:" + name;
  }
}
