package de.notbetrieb.channel.badge;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Language;
import java.util.List;
import java.util.function.Consumer;

/** badge.svg of each service, in each language. */
public final class BadgeChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return List.of();
  }

  @Override
  public void renderService(Edition about, PublicService service, Consumer<PublicFile> out) {
    for (Language language : Languages.of(about)) {
      Badge badge = Badge.of(about, PhraseBook.of(language), service);
      out.accept(badge.file(language.folder(), service));
    }
  }
}
