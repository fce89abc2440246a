package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of the next edition will be readable in German only.
 *
 * @param counts of each language that lacks something
 * @param added sentences that were not yet missing in what is public now
 */
public record Missing(List<Count> counts, List<Added> added) {
  public Missing {
    counts = List.copyOf(counts);
    added = List.copyOf(added);
  }

  /**
   * How many sentences a language lacks.
   *
   * @param added how many of them it did not lack before
   */
  public record Count(Language language, int sentences, int added) {}

  /** A sentence, and the languages that lack it now and did not before. */
  public record Added(Untranslated.Said said, List<Language> languages) {
    public Added {
      languages = List.copyOf(languages);
    }
  }

  public static Missing of(Optional<Edition> live, Edition next) {
    List<Language> languages =
        next.languages().stream().filter(one -> one != Language.DE).distinct().toList();
    Map<String, Text> before =
        live.map(Untranslated::of).orElse(List.of()).stream()
            .map(Untranslated.Said::text)
            .collect(Collectors.toMap(Text::de, Function.identity()));
    List<Untranslated.Said> all = Untranslated.of(next);
    List<Added> added = new ArrayList<>();
    for (Untranslated.Said said : all) {
      List<Language> now =
          said.text().missing(languages).stream()
              .filter(
                  language -> !lacked(Optional.ofNullable(before.get(said.text().de())), language))
              .toList();
      if (!now.isEmpty()) {
        added.add(new Added(said, now));
      }
    }
    return new Missing(
        languages.stream()
            .map(
                language ->
                    new Count(
                        language,
                        Untranslated.in(language, all).size(),
                        (int) added.stream().filter(a -> a.languages().contains(language)).count()))
            .filter(count -> count.sentences() > 0)
            .toList(),
        added);
  }

  private static boolean lacked(Optional<Text> before, Language language) {
    return before.filter(text -> text.in(language).isEmpty()).isPresent();
  }
}
