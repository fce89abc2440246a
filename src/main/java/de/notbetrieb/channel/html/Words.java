package de.notbetrieb.channel.html;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.Optional;

/**
 * Words as a page shows them.
 *
 * @param german whether they are German on a page that is not, since nobody has translated them
 * @param direction named where German words stand among those that are read from the right
 */
public record Words(String text, boolean german, Optional<String> direction) {
  static Words of(Text text, Language language) {
    return new Words(
        text.orGerman(language),
        text.in(language).isEmpty(),
        Optional.of("ltr").filter(ltr -> language.isRightToLeft()));
  }
}
