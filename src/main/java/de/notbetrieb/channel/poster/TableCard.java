package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import java.util.Optional;

/**
 * To stand on counters and tables: where everything can be read, by address and by code. It is
 * folded in the middle and says the same on both sides.
 */
public record TableCard(Edition edition, PhraseBook book) implements Sheet {
  static byte[] pdf(Edition edition, PhraseBook book) {
    return Paper.print(Paper.page("tischkarte", new TableCard(edition, book)), Paper.NO_TIME)
        .bytes();
  }

  @Override
  public int letters() {
    return 120;
  }

  /** The number, if it is up. */
  public Optional<String> phone() {
    return new Reach(edition, book)
        .phone()
        .map(PublicContact::value)
        .map(value -> PlainWords.cut(value, 40));
  }
}
