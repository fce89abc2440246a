package de.notbetrieb.channel.text;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text files of an edition: all of it and short messages in each language; the tape, which a
 * town speaks in German; how to check; and those that control centre, gazette and press take over.
 */
public final class TextChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    for (Language language : Languages.of(edition)) {
      PhraseBook book = PhraseBook.of(language);
      files.add(file(language.folder() + "edition.txt", new EditionText(edition, book).text()));
      files.add(file(language.folder() + "kurz.txt", new ShortText(edition, book).text()));
      PhraseBook.forOffices(language)
          .map(offices -> new PressText(edition, offices).text())
          .ifPresent(text -> files.add(file(language.folder() + "presse.txt", text)));
    }
    files.add(file("ansage.txt", new TapeText(edition, PhraseBook.of(Language.DE)).text()));
    files.add(file("PRUEFEN.txt", CheckingText.of(edition)));
    files.add(file("pruefen.sh", CheckingText.script()));
    PhraseBook offices = PhraseBook.forOffices(Language.DE).orElseThrow();
    files.add(file("leitstelle.txt", new ControlRoomText(edition, offices).text()));
    files.add(file("amtsblatt.txt", new GazetteText(edition, offices).text()));
    return files;
  }

  private static PublicFile file(String path, String text) {
    return new PublicFile(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
