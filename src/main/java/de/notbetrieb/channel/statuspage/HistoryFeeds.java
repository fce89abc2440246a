package de.notbetrieb.channel.statuspage;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.feed.History;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** One entry for each outage, revised as it goes on: its words stand newest first. */
final class HistoryFeeds {
  private HistoryFeeds() {}

  static List<PublicFile> of(Edition edition, List<Outage> outages, Incidents incidents) {
    PhraseBook book = PhraseBook.of(Language.DE);
    Identity ids = new Identity(edition.town().slug());
    String town = PlainWords.line(edition.town().name());
    List<History.Entry> entries =
        outages.stream()
            .map(
                outage ->
                    new History.Entry(
                        ids.incident(outage.start()),
                        incidents.link(),
                        outage.start(),
                        Incidents.updated(outage),
                        incidents.name(outage),
                        outage.told().stream()
                            .map(told -> paragraph(incidents, told))
                            .collect(Collectors.joining())))
            .toList();
    return new History(
            town,
            Incidents.purposed(edition, book.say("statuspage.history", town)),
            edition.town().publicAddress(),
            StatuspageChannel.updated(edition),
            entries)
        .files();
  }

  private static String paragraph(Incidents incidents, Outage.Told told) {
    PhraseBook book = PhraseBook.of(Language.DE);
    OffsetDateTime at = told.at();
    return "<p><small>%s, %s</small><br><strong>%s</strong> - %s</p>"
        .formatted(
            escaped(book.date(at.toLocalDate())),
            escaped(book.time(at.toLocalTime())),
            escaped(book.name("statuspage.phase", told.phase())),
            escaped(incidents.body(told)).replace("\n", "<br>"));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
