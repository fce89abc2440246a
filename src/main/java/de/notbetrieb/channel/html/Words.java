package de.notbetrieb.channel.html;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;

/**
 * Words as a page shows them.
 *
 * @param german whether they are German on a page that is not, since nobody has translated them
 */
public record Words(String text, boolean german) {
  static Words of(Text text, Language language) {
    return new Words(text.orGerman(language), text.in(language).isEmpty());
  }
}
