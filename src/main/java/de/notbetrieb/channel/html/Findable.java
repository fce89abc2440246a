package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicSearchWords;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that the search can find, in the order in which equally good hits are shown.
 *
 * @param address from a search page
 * @param service the service that it is, whose state and sentence are shown
 * @param names its name and everyday words, as texts
 * @param words more everyday words
 * @param text whole sentences, in which a word counts less
 */
record Findable(
    String kind,
    String address,
    Text title,
    Optional<PublicService> service,
    List<Text> names,
    List<PublicSearchWords> words,
    List<Text> text) {

  static List<Findable> of(Edition edition) {
    return Stream.of(
            edition.services().stream().map(Findable::of),
            edition.answers().stream().map(Findable::of),
            edition.offices().stream().map(Findable::of),
            edition.contacts().stream().map(Findable::of),
            edition.lifeSituations().stream()
                .filter(about -> hasService(edition, about))
                .map(Findable::of))
        .flatMap(found -> found)
        .toList();
  }

  private static boolean hasService(Edition edition, PublicLifeSituation about) {
    return edition.services().stream().anyMatch(s -> s.lifeSituation().equals(about.slug()));
  }

  private static Findable of(PublicService service) {
    return new Findable(
        "service",
        "../dienste/" + service.slug() + "/",
        service.name(),
        Optional.of(service),
        with(service.name(), service.words()),
        service.searchWords(),
        List.of());
  }

  private static Findable of(PublicAnswer answer) {
    String address = "../fragen/#" + answer.slug();
    List<Text> names = List.of(answer.question());
    return of("answer", address, answer.question(), names, answer.body());
  }

  private static Findable of(PublicOffice office) {
    List<Text> lines =
        office.addressLines().stream().filter(line -> !line.isBlank()).map(Text::of).toList();
    String address = "../orte/#" + office.slug();
    return of("office", address, office.name(), List.of(office.name()), lines);
  }

  private static Findable of(PublicContact contact) {
    List<Text> names = with(contact.label(), contact.topics());
    return of("contact", "../telefon/#" + contact.slug(), contact.label(), names, List.of());
  }

  private static Findable of(PublicLifeSituation about) {
    List<Text> names = List.of(about.name());
    return of("situation", "../dienste/#" + about.slug(), about.name(), names, List.of());
  }

  private static Findable of(
      String kind, String address, Text title, List<Text> names, List<Text> text) {
    return new Findable(kind, address, title, Optional.empty(), names, List.of(), text);
  }

  private static List<Text> with(Text name, Collection<Text> more) {
    return Stream.concat(Stream.of(name), more.stream()).toList();
  }

  /** Names and everyday words of that language; each once, with or without its marks. */
  List<String> phrases(Language language) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> name.in(language).ifPresent(all::add));
    words.stream()
        .filter(more -> more.language() == language)
        .forEach(more -> all.addAll(more.words()));
    Set<String> seen = new HashSet<>();
    return all.stream().filter(words -> seen.add(bare(words))).toList();
  }

  private static String bare(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
