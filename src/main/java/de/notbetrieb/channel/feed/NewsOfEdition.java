package de.notbetrieb.channel.feed;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The news of an edition in one language: updates, and states that changed. An entry keeps its
 * {@code tag:} id (RFC 4151) for ever: it is made of the town's host, a fixed year and the slug, or
 * the second in which a state changed.
 */
final class NewsOfEdition {
  private static final String TAG_YEAR = "2023";
  private static final int MOST_LINES = 100;

  private final Edition edition;
  private final PhraseBook book;

  NewsOfEdition(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
  }

  /** What the town said, and every state that changed. */
  News ofTown() {
    String title = book.say("feed.title", town());
    return news("", "", title, book.say("feed.subtitle"), edition.services(), _ -> true);
  }

  /** What concerns a life situation: its services, and what was said about them. */
  News of(PublicLifeSituation about) {
    List<PublicService> services =
        edition.services().stream().filter(s -> s.lifeSituation().equals(about.slug())).toList();
    Set<Slug> slugs = services.stream().map(PublicService::slug).collect(Collectors.toSet());
    String title = book.say("feed.topic.title", town(), words(about.name()));
    return news(
        "lebenslagen/" + about.slug() + "/",
        "dienste/#" + about.slug(),
        title,
        title,
        services,
        update -> update.services().stream().anyMatch(slugs::contains));
  }

  /** The states of one service, and what was said about it. */
  News of(PublicService service) {
    String folder = "dienste/" + service.slug() + "/";
    String title = book.say("feed.service.title", town(), words(service.name()));
    List<News.Entry> entries = new ArrayList<>(updates(u -> u.services().contains(service.slug())));
    OffsetDateTime since = StateChange.history(service).getFirst().since();
    if (service.asOf().isAfter(since)) {
      // other facts than the state changed since: that is news to whoever follows this service
      String changed = book.say("feed.service.changed", words(service.name()), state(service));
      entries.add(
          entry(dated(folder, service.asOf()), folder, service.asOf(), changed, said(service)));
    }
    for (StateChange change : StateChange.of(List.of(service))) {
      entries.add(one(change, change.items().getFirst()));
    }
    return of(folder, folder, title, title, since, entries);
  }

  private News news(
      String folder,
      String page,
      String title,
      String description,
      List<PublicService> services,
      Predicate<PublicUpdate> told) {
    List<News.Entry> entries = new ArrayList<>(updates(told));
    for (StateChange change : StateChange.of(services)) {
      List<StateChange.Item> items =
          change.items().stream().filter(StateChange.Item::isNews).toList();
      if (items.size() == 1) {
        entries.add(one(change, items.getFirst()));
      } else if (!items.isEmpty()) {
        entries.add(several(folder, page.isEmpty() ? "dienste/" : page, change.at(), items));
      }
    }
    return of(folder, page, title, description, first(services), entries);
  }

  /** When these services were first published: that stays. */
  private OffsetDateTime first(List<PublicService> services) {
    return services.stream()
        .map(s -> StateChange.history(s).getLast().since())
        .min(Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(edition.asOf());
  }

  private News of(
      String folder,
      String page,
      String title,
      String description,
      OffsetDateTime otherwise,
      List<News.Entry> entries) {
    return new News(
        tag(folder + "feed"),
        language() + folder + "feed",
        address(page),
        purposed(title),
        description,
        otherwise,
        entries);
  }

  private List<News.Entry> updates(Predicate<PublicUpdate> told) {
    return edition.updates().stream()
        .filter(told)
        .map(
            u ->
                entry(
                    "meldungen/" + u.slug() + "/",
                    "meldungen/" + u.slug() + "/",
                    u.at(),
                    words(u.title()),
                    u.body().stream().map(this::words).toList()))
        .toList();
  }

  /** A service that got another state; the one it has now is explained. */
  private News.Entry one(StateChange change, StateChange.Item item) {
    PublicService service = item.service();
    String page = "dienste/" + service.slug() + "/";
    boolean present = StateChange.history(service).getFirst().since().isEqual(change.at());
    List<String> paragraphs =
        new ArrayList<>(present ? said(service) : List.of(book.say("feed.past")));
    item.before().ifPresent(before -> paragraphs.add(book.say("feed.before", book.state(before))));
    String title = book.say("feed.service.state", words(service.name()), book.state(item.after()));
    return entry(dated(page, change.at()), page, change.at(), title, paragraphs);
  }

  private News.Entry several(
      String folder, String page, OffsetDateTime at, List<StateChange.Item> items) {
    Stream<String> lines = items.stream().limit(MOST_LINES).map(this::line);
    int more = items.size() - MOST_LINES;
    return entry(
        dated(folder + "zustand/", at),
        page,
        at,
        book.count("feed.changes", items.size()),
        Stream.concat(
                lines, more > 0 ? Stream.of(book.count("feed.changes.more", more)) : Stream.of())
            .toList());
  }

  private String line(StateChange.Item item) {
    String name = words(item.service().name());
    return item.before()
        .map(b -> book.say("feed.change", name, book.state(item.after()), book.state(b)))
        .orElseGet(() -> book.say("feed.service.state", name, book.state(item.after())));
  }

  private News.Entry entry(
      String id, String page, OffsetDateTime at, String title, List<String> paragraphs) {
    return new News.Entry(tag(id), address(page), at, title, paragraphs);
  }

  private static String dated(String folder, OffsetDateTime at) {
    return folder + at.toEpochSecond();
  }

  private List<String> said(PublicService service) {
    return List.of(words(service.instruction()));
  }

  private String state(PublicService service) {
    return book.state(service.state());
  }

  private String town() {
    return PlainWords.line(edition.town().name());
  }

  private String purposed(String title) {
    return edition.purpose() == Purpose.REAL
        ? title
        : book.say("feed.title.purpose", book.name("tape.purpose", edition.purpose()), title);
  }

  private String address(String page) {
    return edition.town().publicAddress() + "/" + language() + page;
  }

  private String tag(String id) {
    String host = edition.town().publicAddress().getHost();
    String owner = host == null ? edition.town().slug() + ".invalid" : host;
    return "tag:" + owner + "," + TAG_YEAR + ":" + language().replace('/', ':') + id;
  }

  private String language() {
    return book.language().folder();
  }

  private String words(Text text) {
    return text.in(book.language())
        .map(PlainWords::line)
        .orElseGet(() -> book.say("text.german", PlainWords.line(text.de())));
  }
}
