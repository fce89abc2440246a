package de.notbetrieb.channel.html;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;

/** The site in all languages of an edition, with what it needs to look right and to be found. */
public final class PublicSite implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    Facts facts = new Facts(edition);
    List<PublicFile> files = new ArrayList<>(Assets.files());
    for (Language language : Languages.of(edition)) {
      files.addAll(new SiteInOneLanguage(facts, PhraseBook.of(language)).files());
    }
    files.add(SearchWords.of(edition));
    files.addAll(ForCrawlers.files(facts));
    return files;
  }
}
