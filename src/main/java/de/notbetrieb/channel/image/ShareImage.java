package de.notbetrieb.channel.image;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The picture that goes with a post: who speaks, the headline, how many services are in which
 * state, and as of when, since a picture is passed on for weeks.
 *
 * @param alternative everything on it, in words
 */
public record ShareImage(String path, Shown shown, String alternative) {
  private static final int NAME = 60;
  private static final int HEADLINE = 140;

  /** What is drawn. */
  record Shown(
      String purpose,
      String town,
      String headline,
      List<Count> counts,
      String asOf,
      String address) {
    Shown {
      counts = List.copyOf(counts);
    }

    /** Every word, to see whether the font can draw it. */
    String words() {
      String states = counts.stream().map(Count::words).collect(Collectors.joining());
      return purpose + town + headline + states + asOf + address;
    }
  }

  /** How many services are in a state. */
  record Count(ServiceState state, String words) {}

  /** Absent where nobody has translated the headline, or where our font lacks the letters. */
  public static Optional<ShareImage> of(Edition edition, PhraseBook book) {
    return edition
        .headline()
        .in(book.language())
        .map(headline -> shown(edition, book, PlainWords.cut(headline, HEADLINE)))
        .filter(shown -> book.language() == Language.DE || Letters.REGULAR.has(shown.words()))
        .map(shown -> new ShareImage(path(book.language()), shown, alternative(shown, book)));
  }

  private static String path(Language language) {
    return (language == Language.DE ? "" : language.code() + "/") + "bild.png";
  }

  private static Shown shown(Edition edition, PhraseBook book, String headline) {
    List<Count> counts = new ArrayList<>();
    for (ServiceState state : ServiceState.values()) {
      long count = edition.services().stream().filter(s -> s.state() == state).count();
      if (count > 0) {
        counts.add(new Count(state, book.say("services.count", count, book.state(state))));
      }
    }
    String address = edition.town().publicAddress().toString();
    return new Shown(
        book.name("paper.purpose", edition.purpose()),
        PlainWords.cut(edition.town().name(), NAME),
        headline,
        counts.reversed(),
        book.say("image.asof", book.moment(edition.asOf())),
        PlainWords.cut(address.replaceFirst("^https?://", ""), NAME));
  }

  private static String alternative(Shown shown, PhraseBook book) {
    String counts = shown.counts().stream().map(Count::words).collect(Collectors.joining(", "));
    String purpose = shown.purpose().isEmpty() ? "" : PlainWords.sentence(shown.purpose()) + " ";
    String said =
        book.say(
            counts.isEmpty() ? "image.alternative.none" : "image.alternative",
            shown.town(),
            PlainWords.sentence(shown.headline()),
            shown.asOf(),
            shown.address(),
            counts);
    return purpose + said;
  }

  PublicFile file() {
    return new PublicFile(path, Painting.png(shown));
  }
}
