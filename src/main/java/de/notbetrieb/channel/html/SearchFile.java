package de.notbetrieb.channel.html;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code suche/index.json} of a language: how what is found is shown there, entry by entry as in
 * {@link SearchWords}, and whom to ask when nothing is found.
 */
final class SearchFile {
  private static final int MOST_WAYS = 3;

  private SearchFile() {}

  record File(int version, List<Shown> entries, List<Way> ways) {}

  /**
   * How something is shown.
   *
   * @param kind what it is, unless it is a service, which has a state and a sentence
   */
  record Shown(
      String address,
      Said title,
      Optional<String> kind,
      Optional<State> state,
      Optional<Said> sentence) {}

  /**
   * Words.
   *
   * @param in their language, if it is not the page's
   */
  record Said(String words, Optional<String> in) {}

  record State(String code, String symbol, String words) {}

  /** A way in that is open now. */
  record Way(Said label, String value, Optional<String> dial) {}

  static PublicFile of(Facts facts, PhraseBook book) {
    List<Shown> entries =
        Findable.of(facts.edition()).stream().map(found -> shown(found, book)).toList();
    List<Way> ways =
        facts.openMainContacts().stream()
            .sorted(Comparator.comparing(contact -> contact.kind() != WayInKind.PHONE))
            .limit(MOST_WAYS)
            .map(contact -> way(contact, book.language()))
            .toList();
    return new PublicFile(
        Frame.folder(book.language()) + "suche/index.json",
        Pages.bytes(Json.write(new File(1, entries, ways)) + "\n"));
  }

  private static Shown shown(Findable found, PhraseBook book) {
    return new Shown(
        found.address(),
        said(found.title(), book.language()),
        found.service().isPresent()
            ? Optional.empty()
            : Optional.of(book.say("search.kind." + found.kind())),
        found.service().map(service -> state(service, book)),
        found.service().map(service -> said(service.instruction(), book.language())));
  }

  private static State state(PublicService service, PhraseBook book) {
    return new State(
        service.state().name(), book.symbol(service.state()), book.state(service.state()));
  }

  private static Way way(PublicContact contact, Language language) {
    Optional<String> dial = contact.dial().filter(d -> contact.kind() == WayInKind.PHONE);
    return new Way(said(contact.label(), language), contact.value(), dial);
  }

  private static Said said(Text text, Language language) {
    return text.in(language).isPresent()
        ? new Said(text.orGerman(language), Optional.empty())
        : new Said(text.de(), Optional.of(Language.DE.code()));
  }
}
