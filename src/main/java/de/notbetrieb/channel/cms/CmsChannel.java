package de.notbetrieb.channel.cms;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;

/** cms.html in each language. */
public final class CmsChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Languages.of(edition).stream()
        .map(language -> CmsBlock.file(edition, PhraseBook.of(language)))
        .toList();
  }
}
