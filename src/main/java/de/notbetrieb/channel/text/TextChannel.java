package de.notbetrieb.channel.text;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text files of an edition: all of it, the tape, short messages, how to check, and those that
 * control centre, gazette and press take over.
 */
public final class TextChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    PhraseBook german = PhraseBook.of(Language.DE);
    List<PublicFile> files = new ArrayList<>();
    files.add(file("edition.txt", new EditionText(edition, german).text()));
    files.add(file("ansage.txt", new TapeText(edition, german).text()));
    files.add(file("kurz.txt", new ShortText(edition, german).text()));
    files.add(file("PRUEFEN.txt", CheckingText.of(edition)));
    files.add(file("pruefen.sh", CheckingText.script()));
    PhraseBook offices = PhraseBook.forOffices(Language.DE).orElseThrow();
    files.add(file("leitstelle.txt", new ControlRoomText(edition, offices).text()));
    files.add(file("amtsblatt.txt", new GazetteText(edition, offices).text()));
    files.add(file("presse.txt", new PressText(edition, offices).text()));
    if (edition.languages().contains(Language.EN)) {
      PhraseBook press = PhraseBook.forOffices(Language.EN).orElseThrow();
      files.add(file("en/presse.txt", new PressText(edition, press).text()));
      PhraseBook english = PhraseBook.of(Language.EN);
      files.add(file("en/edition.txt", new EditionText(edition, english).text()));
    }
    return files;
  }

  private static PublicFile file(String path, String text) {
    return new PublicFile(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
