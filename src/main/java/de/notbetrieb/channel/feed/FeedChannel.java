package de.notbetrieb.channel.feed;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;

/** One feed for each language, and one for each service. */
public final class FeedChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    AtomFeed german = new AtomFeed(edition, PhraseBook.of(Language.DE));
    files.add(german.ofTown());
    edition.services().forEach(service -> files.add(german.ofService(service)));
    if (edition.languages().contains(Language.EN)) {
      files.add(new AtomFeed(edition, PhraseBook.of(Language.EN)).ofTown());
    }
    return files;
  }
}
