package de.notbetrieb.channel.html;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The site in all languages of an edition, with what it needs to look right and to be found. */
public final class PublicSite implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    render(edition, files::add);
    return files;
  }

  @Override
  public void render(Edition edition, Consumer<PublicFile> out) {
    Facts facts = new Facts(edition);
    Assets.files().forEach(out);
    for (Language language : Languages.of(edition)) {
      new SiteInOneLanguage(facts, PhraseBook.of(language), out).render();
    }
    out.accept(SearchWords.of(edition));
    ForCrawlers.files(facts).forEach(out);
  }

  @Override
  public void renderService(Edition about, PublicService service, Consumer<PublicFile> out) {
    Facts facts = new Facts(about);
    for (Language language : Languages.of(about)) {
      new SiteInOneLanguage(facts, PhraseBook.of(language), out).render(service);
    }
  }
}
