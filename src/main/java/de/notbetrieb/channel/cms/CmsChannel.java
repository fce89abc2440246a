package de.notbetrieb.channel.cms;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.List;
import java.util.stream.Stream;

/** cms.html in each language. */
public final class CmsChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Stream.of(Language.values())
        .filter(language -> language == Language.DE || edition.languages().contains(language))
        .map(language -> CmsBlock.file(edition, PhraseBook.of(language)))
        .toList();
  }
}
