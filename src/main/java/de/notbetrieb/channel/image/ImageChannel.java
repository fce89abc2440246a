package de.notbetrieb.channel.image;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** bild.png in each language that has a headline and whose letters our font has. */
public final class ImageChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return Arrays.stream(Language.values())
        .filter(l -> l == Language.DE || edition.languages().contains(l))
        .map(language -> ShareImage.of(edition, PhraseBook.of(language)))
        .flatMap(Optional::stream)
        .map(ShareImage::file)
        .toList();
  }
}
