package de.notbetrieb.channel.badge;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;

/** badge.svg of each service, in each language. */
public final class BadgeChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Languages.of(edition).stream()
        .map(PhraseBook::of)
        .flatMap(
            book ->
                edition.services().stream()
                    .map(service -> Badge.of(edition, book, service).file(folder(book), service)))
        .toList();
  }

  private static String folder(PhraseBook book) {
    return book.language().folder();
  }
}
