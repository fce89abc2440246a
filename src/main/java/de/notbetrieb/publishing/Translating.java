package de.notbetrieb.publishing;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is still to be translated of the draft, written and checked side by side with the German. */
public final class Translating {
  private static final int MAX_CHARACTERS = 4000;

  private final Journal journal;
  private final Editions editions;

  public Translating(Journal journal, Editions editions) {
    this.journal = journal;
    this.editions = editions;
  }

  /**
   * One sentence of the draft in one language.
   *
   * @param written what a person wrote for exactly these German words
   * @param before what stood in this place for other German words
   */
  public record Task(
      Untranslated.Said said, Optional<Stored<Translation>> written, Optional<Translation> before) {
    public boolean isDone() {
      return written.filter(one -> one.value().state() == Translation.State.CHECKED).isPresent();
    }
  }

  /** How far a language is. */
  public record Progress(Language language, int sentences, int missing, int unchecked, int old) {}

  /** Of each language of the town but German. */
  public List<Progress> progress(Slug town, OffsetDateTime now) {
    Words words = words(town, now);
    List<Progress> progress = new ArrayList<>();
    for (Language language : words.languages()) {
      List<Task> open = words.tasks(language).stream().filter(task -> !task.isDone()).toList();
      progress.add(
          new Progress(
              language,
              words.said().size(),
              open.size(),
              (int) open.stream().filter(task -> task.written().isPresent()).count(),
              (int) open.stream().filter(task -> task.before().isPresent()).count()));
    }
    return progress;
  }

  /** What is missing in that language, the outdated first, then what people have translated. */
  public List<Task> tasks(Slug town, Language language, OffsetDateTime now) {
    return words(town, now).tasks(language);
  }

  private Words words(Slug town, OffsetDateTime now) {
    Edition draft = editions.drafting().draft(town, now, Optional.empty());
    return new Words(
        draft.languages().stream().filter(one -> one != Language.DE).distinct().toList(),
        Untranslated.of(draft),
        Translations.of(journal.read(town)),
        editions.live(town).map(Untranslated::byPlace).orElse(Map.of()));
  }

  /**
   * The words of the draft beside what is known of them.
   *
   * @param live what the public reads now, place by place
   */
  private record Words(
      List<Language> languages,
      List<Untranslated.Said> said,
      Translations translations,
      Map<String, Text> live) {

    private List<Task> tasks(Language language) {
      Set<String> german = said.stream().map(one -> one.text().de()).collect(Collectors.toSet());
      List<Task> old = new ArrayList<>();
      List<Task> open = new ArrayList<>();
      List<Task> done = new ArrayList<>();
      for (Untranslated.Said one : said) {
        String words = one.text().de();
        Task task =
            new Task(one, translations.find(words, language), before(one, language, german));
        if (one.text().in(language).isEmpty()) {
          (task.before().isPresent() ? old : open).add(task);
        } else if (task.written().isPresent()) {
          done.add(task);
        }
      }
      return Stream.of(old, open, done).flatMap(List::stream).toList();
    }

    /** As somebody translated it here, else as it was written beside words that are gone now. */
    private Optional<Translation> before(
        Untranslated.Said now, Language language, Set<String> german) {
      String place = now.place();
      return translations
          .outOfDate(place, now.text().de(), language)
          .map(Stored::value)
          .or(
              () ->
                  Optional.ofNullable(live.get(place))
                      .filter(old -> !german.contains(old.de()))
                      .flatMap(old -> asTranslation(old, language, place)));
    }

    private static Optional<Translation> asTranslation(Text old, Language language, String place) {
      return old.in(language)
          .map(
              words ->
                  Translation.of(new Translation.Original(old.de(), place), language, words, true));
    }
  }

  /**
   * What somebody wrote beside the German words; without words it is asked for.
   *
   * @param checked that person vouches for the words: only then may they be published
   * @param seen the entry that the person saw; 0: none
   */
  public void write(
      Slug town,
      Person person,
      RequestId form,
      Translation.Original original,
      Language language,
      String words,
      boolean checked,
      long seen) {
    Actor actor = person.allowedTo(Right.WRITE);
    if (original.german().isBlank() || language == Language.DE) {
      throw Refused.notFound("publishing.no-sentence", language.code());
    }
    if (words.length() > MAX_CHARACTERS) {
      throw Refused.invalid("words", "newsroom.too-long", String.valueOf(MAX_CHARACTERS));
    }
    if (checked && words.isBlank()) {
      throw Refused.invalid("words", "newsroom.missing");
    }
    Translation translation = Translation.of(original, language, words.strip(), checked);
    journal.write(
        town,
        actor,
        form,
        change -> change.put(Translation.KIND, translation.id(), translation, seen));
  }
}
