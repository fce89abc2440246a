package de.notbetrieb.channel.image;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;
import java.util.Optional;

/** bild.png in each language that has a headline and whose letters our font has. */
public final class ImageChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Languages.of(edition).stream()
        .map(language -> ShareImage.of(edition, PhraseBook.of(language)))
        .flatMap(Optional::stream)
        .map(ShareImage::file)
        .toList();
  }
}
