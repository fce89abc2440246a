package de.notbetrieb.channel.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Atom 1.0 (RFC 4287), newest first, at most 50 entries. An entry keeps its {@code tag:} id (RFC
 * 4151) for ever: it is made of the town's host, a fixed year and the slug.
 */
final class AtomFeed {
  static final int MOST_ENTRIES = 50;
  private static final String TAG_YEAR = "2023";

  private final Edition edition;
  private final PhraseBook book;

  AtomFeed(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
  }

  /** What the town said. */
  PublicFile ofTown() {
    String title = book.say("feed.title", PlainWords.line(edition.town().name()));
    Feed feed = feed("", folder() + "feed.atom", title, entries(edition.updates().stream()));
    Content subtitle = new Content();
    subtitle.setType(Content.TEXT);
    subtitle.setValue(book.say("feed.subtitle", edition.number(), book.moment(edition.asOf())));
    feed.setSubtitle(subtitle);
    feed.setUpdated(Date.from(edition.asOf().toInstant()));
    return file(folder() + "feed.atom", feed);
  }

  /**
   * The state of one service, and what was said about it. It speaks of its own facts alone, so that
   * an unchanged service is an unchanged file.
   */
  PublicFile ofService(PublicService service) {
    String page = "dienste/" + service.slug() + "/";
    String title =
        book.say(
            "feed.service.title", PlainWords.line(edition.town().name()), words(service.name()));
    List<Entry> entries = new ArrayList<>();
    String state =
        book.say("feed.service.state", words(service.name()), book.state(service.state()));
    // a changed state is new to a reader, so it is an entry of its own
    String id = page + service.asOf().toEpochSecond();
    entries.add(entry(id, page, service.asOf(), state, List.of(service.instruction())));
    entries.addAll(
        entries(edition.updates().stream().filter(u -> u.services().contains(service.slug()))));
    Feed feed = feed(page, page + "feed.atom", title, entries);
    entries.stream().map(Entry::getUpdated).max(Date::compareTo).ifPresent(feed::setUpdated);
    return file(page + "feed.atom", feed);
  }

  private List<Entry> entries(Stream<PublicUpdate> updates) {
    return updates
        .sorted(
            Comparator.comparing((PublicUpdate u) -> u.at().toInstant())
                .reversed()
                .thenComparing(PublicUpdate::slug))
        .map(u -> entry("meldungen/" + u.slug() + "/", u))
        .toList();
  }

  private Entry entry(String page, PublicUpdate update) {
    return entry(page, page, update.at(), words(update.title()), update.body());
  }

  private Entry entry(String id, String page, OffsetDateTime at, String title, List<Text> body) {
    Entry entry = new Entry();
    entry.setId(tag(id));
    entry.setTitle(title);
    entry.setUpdated(Date.from(at.toInstant()));
    entry.setPublished(Date.from(at.toInstant()));
    entry.setAlternateLinks(List.of(link("alternate", "text/html", folder() + page)));
    Content content = new Content();
    content.setType(Content.TEXT);
    content.setValue(String.join("\n\n", body.stream().map(this::words).toList()));
    entry.setContents(List.of(content));
    return entry;
  }

  private Feed feed(String page, String path, String title, List<Entry> entries) {
    Feed feed = new Feed("atom_1.0");
    feed.setId(tag(path));
    feed.setTitle(purposed(title));
    Person author = new Person();
    author.setName(PlainWords.line(edition.town().name()));
    feed.setAuthors(List.of(author));
    feed.setOtherLinks(List.of(link("self", "application/atom+xml", path)));
    feed.setAlternateLinks(List.of(link("alternate", "text/html", folder() + page)));
    feed.setEntries(entries.stream().limit(MOST_ENTRIES).toList());
    return feed;
  }

  private PublicFile file(String path, Feed feed) {
    return new PublicFile(path, written(feed).getBytes(StandardCharsets.UTF_8));
  }

  private String written(Feed feed) {
    try {
      return new WireFeedOutput().outputString(feed, true).replace("\r\n", "\n");
    } catch (FeedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String purposed(String title) {
    return edition.purpose() == Purpose.REAL
        ? title
        : book.say("feed.title.purpose", book.name("tape.purpose", edition.purpose()), title);
  }

  private Link link(String rel, String type, String path) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(type);
    link.setHref(edition.town().publicAddress() + "/" + path);
    return link;
  }

  private String tag(String id) {
    String host = edition.town().publicAddress().getHost();
    String owner = host == null ? edition.town().slug() + ".invalid" : host;
    String language = book.language() == Language.DE ? "" : book.language().code() + ":";
    return "tag:" + owner + "," + TAG_YEAR + ":" + language + id;
  }

  private String folder() {
    return book.language() == Language.DE ? "" : book.language().code() + "/";
  }

  private String words(Text text) {
    return text.in(book.language())
        .map(PlainWords::line)
        .orElseGet(() -> book.say("text.german", PlainWords.line(text.de())));
  }
}
