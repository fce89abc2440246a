package de.notbetrieb.publishing;

import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.file.TemplateSentences;
import java.util.List;
import java.util.Optional;

/**
 * The words of a town in the languages that it has chosen: what was written beside the German
 * words, then what a person has translated and checked, then the program's own translation of
 * exactly that sentence. What is in none of them stays German.
 */
final class InTheTownsLanguages {
  private final List<Language> others;
  private final Translations translations;

  InTheTownsLanguages(List<Language> chosen, Translations translations) {
    this.others = chosen.stream().filter(one -> one != Language.DE).distinct().toList();
    this.translations = translations;
  }

  Text of(Text written) {
    Text text = Text.of(written.de());
    for (Language language : others) {
      Optional<String> words = words(written, language);
      text = words.isPresent() ? text.with(language, words.get()) : text;
    }
    return text;
  }

  private Optional<String> words(Text written, Language language) {
    Optional<String> beside = written.in(language);
    if (beside.isPresent()) {
      return beside;
    }
    Optional<String> checked = translations.checked(written.de(), language);
    return checked.isPresent() ? checked : TemplateSentences.of(language).of(written.de());
  }

  /** Sentences that are read one after the other; each is translated by itself. */
  Optional<Text> joined(List<Text> sentences) {
    return Text.joined(sentences.stream().map(this::of).toList());
  }

  EachText each() {
    return new EachText(this::of);
  }
}
