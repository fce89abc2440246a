package de.notbetrieb.channel.statuspage;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Language;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Outages as incidents with what was said about them. */
final class Incidents {
  private static final int MOST_LINES = 100;

  private final Edition edition;
  private final Components components;
  private final Identity ids;
  private final PhraseBook book = PhraseBook.of(Language.DE);

  Incidents(Edition edition, Components components) {
    this.edition = edition;
    this.components = components;
    this.ids = new Identity(edition.town().slug());
  }

  Map<String, @Nullable Object> incident(Outage outage) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    made.put("id", ids.incident(outage.start()));
    made.put("name", name(outage));
    made.put("status", code(outage.told().getFirst().phase(), outage));
    made.put("created_at", Identity.time(outage.start()));
    made.put("updated_at", Identity.time(updated(outage)));
    made.put("monitoring_at", null);
    made.put("resolved_at", outage.end().map(Identity::time).orElse(null));
    made.put("impact", outage.impact().code());
    made.put("shortlink", link());
    made.put("started_at", Identity.time(outage.start()));
    made.put("page_id", ids.page());
    made.put("incident_updates", outage.told().stream().map(t -> update(outage, t)).toList());
    made.put("components", components.of(outage.affected()));
    made.put("reminder_intervals", null);
    return made;
  }

  String name(Outage outage) {
    String name = book.say("statuspage.incident", book.date(outage.start().toLocalDate()));
    return purposed(edition, name);
  }

  static String purposed(Edition edition, String name) {
    PhraseBook book = PhraseBook.of(Language.DE);
    return edition.purpose() == Purpose.REAL
        ? name
        : book.say("feed.title.purpose", book.name("tape.purpose", edition.purpose()), name);
  }

  String link() {
    return edition.town().publicAddress() + "/meldungen/";
  }

  static OffsetDateTime updated(Outage outage) {
    return outage.told().getFirst().at();
  }

  /** The newest thing said may be an update of before the state changed. */
  private static String code(Outage.Phase phase, Outage outage) {
    return code(outage.end().isPresent() ? Outage.Phase.RESOLVED : phase);
  }

  static String code(Outage.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, @Nullable Object> update(Outage outage, Outage.Told told) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    made.put(
        "id", told.update().map(u -> ids.update(u.slug())).orElseGet(() -> ids.change(told.at())));
    made.put("status", code(told.phase()));
    made.put("body", body(told));
    made.put("incident_id", ids.incident(outage.start()));
    made.put("created_at", Identity.time(told.at()));
    made.put("updated_at", Identity.time(told.at()));
    made.put("display_at", Identity.time(told.at()));
    made.put("affected_components", told.affected().stream().map(this::affected).toList());
    made.put("deliver_notifications", false);
    made.put("custom_tweet", null);
    made.put("tweet_id", null);
    return made;
  }

  String body(Outage.Told told) {
    return told.update().map(Incidents::words).orElseGet(() -> changes(told.affected()));
  }

  private static String words(PublicUpdate update) {
    return Stream.concat(Stream.of(update.title()), update.body().stream())
        .map(text -> PlainWords.sentence(text.de()))
        .collect(Collectors.joining(" "));
  }

  private String changes(List<Outage.Affected> affected) {
    String lines =
        affected.stream()
            .limit(MOST_LINES)
            .map(
                a ->
                    book.say(
                        "feed.change",
                        Components.name(a.service()),
                        book.state(a.after()),
                        book.state(a.before())))
            .collect(Collectors.joining("\n"));
    int more = affected.size() - MOST_LINES;
    return more > 0 ? lines + "\n" + book.count("feed.changes.more", more) : lines;
  }

  private Map<String, @Nullable Object> affected(Outage.Affected one) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    made.put("code", ids.component(one.service().slug()));
    made.put("name", Components.name(one.service()));
    made.put("old_status", Components.status(one.before()));
    made.put("new_status", Components.status(one.after()));
    return made;
  }
}
