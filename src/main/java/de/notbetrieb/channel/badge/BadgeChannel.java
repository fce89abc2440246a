package de.notbetrieb.channel.badge;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;

/** badge.svg of each service, in each language. */
public final class BadgeChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Arrays.stream(Language.values())
        .filter(language -> language == Language.DE || edition.languages().contains(language))
        .map(PhraseBook::of)
        .flatMap(
            book ->
                edition.services().stream()
                    .map(service -> Badge.of(edition, book, service).file(folder(book), service)))
        .toList();
  }

  private static String folder(PhraseBook book) {
    return book.language() == Language.DE ? "" : book.language().code() + "/";
  }
}
