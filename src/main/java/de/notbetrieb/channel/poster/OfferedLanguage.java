package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.Languages;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.platform.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A language that the address speaks, under the name that its speakers give it: whoever reads no
 * German at the door finds it beside the code.
 *
 * @param picture of the name, where what prints cannot join its letters
 */
public record OfferedLanguage(Language language, Optional<String> picture) {
  private static final String ARABIC = picture("ar");

  /** The languages of an edition besides German. */
  static List<OfferedLanguage> of(Edition edition) {
    return Languages.of(edition).stream()
        .filter(language -> language != Language.DE)
        .map(OfferedLanguage::of)
        .toList();
  }

  private static OfferedLanguage of(Language language) {
    return new OfferedLanguage(language, Optional.of(ARABIC).filter(_ -> language == Language.AR));
  }

  private static String picture(String name) {
    try (InputStream in =
        Optional.ofNullable(OfferedLanguage.class.getResourceAsStream("/poster/" + name + ".png"))
            .orElseThrow()) {
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
