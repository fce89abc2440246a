package de.notbetrieb.channel.calendar;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** termine.ics in each language. */
public final class CalendarChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Languages.of(edition).stream()
        .map(PhraseBook::of)
        .map(book -> file(edition, book))
        .toList();
  }

  private static PublicFile file(Edition edition, PhraseBook book) {
    String folder = book.language().folder();
    String calendar = new TownCalendar(edition, book).text();
    return new PublicFile(folder + "termine.ics", calendar.getBytes(StandardCharsets.UTF_8));
  }
}
