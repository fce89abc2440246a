package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.List;

/** What is printed: when nothing else works, this does. */
public final class PaperChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    PhraseBook book = PhraseBook.of(Language.DE);
    return List.of(
        new PublicFile("plakat.pdf", Poster.pdf(edition, book)),
        new PublicFile("telefon.pdf", PhoneSheet.pdf(edition, book)));
  }
}
