package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.platform.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** PRUEFEN.txt: how to check an edition, and what a check does not prove. */
final class CheckingText {
  private static final String WORDS = read("/texts/pruefen.txt");
  private static final String SCRIPT = read("/pruefen/pruefen.sh");

  private CheckingText() {}

  static String of(Edition edition) {
    String asOf = PhraseBook.of(Language.DE).moment(edition.asOf());
    return WORDS
        .replace("{1}", Integer.toString(edition.number()))
        .replace("{2}", asOf)
        .replace("{3}", edition.town().publicAddress().toASCIIString())
        .replace("{4}", EditionStamp.of(edition).trustedComment())
        .replace("{6}", edition.town().key().orElse("SCHLUESSEL"))
        .replace("{7}", edition.town().key().map(Fingerprint::of).orElse("-"))
        .replace("{5}", PhraseBook.of(Language.EN).moment(edition.asOf()))
        .replace("{0}", PlainWords.line(edition.town().name()));
  }

  /** pruefen.sh: the same as a program, equal for every town. */
  static String script() {
    return SCRIPT;
  }

  private static String read(String resource) {
    try (InputStream words =
        Optional.ofNullable(CheckingText.class.getResourceAsStream(resource)).orElseThrow()) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
