package de.notbetrieb.channel.html;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;

/** The files of an edition's search, without the pages. */
public final class SearchFiles {
  private SearchFiles() {}

  public static List<PublicFile> of(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    files.add(SearchWords.of(edition));
    for (Language language : Language.values()) {
      files.add(SearchFile.of(new Facts(edition), PhraseBook.of(language)));
    }
    return files;
  }
}
