package de.notbetrieb.publishing;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<Language> languages =
        editions.draft(town, now, Optional.empty()).languages().stream()
            .filter(language -> language != Language.DE)
            .distinct()
            .toList();
    List<Untranslated.Said> all = said(town, now);
    Translations translations = Translations.of(journal.read(town));
    List<Progress> progress = new ArrayList<>();
    for (Language language : languages) {
      List<Task> open =
          tasks(all, translations, language).stream().filter(task -> !task.isDone()).toList();
      progress.add(
          new Progress(
              language,
              all.size(),
              open.size(),
              (int) open.stream().filter(task -> task.written().isPresent()).count(),
              (int) open.stream().filter(task -> task.before().isPresent()).count()));
    }
    return progress;
  }

  /** What is missing in that language, and what people have translated: the missing first. */
  public List<Task> tasks(Slug town, Language language, OffsetDateTime now) {
    return tasks(said(town, now), Translations.of(journal.read(town)), language);
  }

  private List<Untranslated.Said> said(Slug town, OffsetDateTime now) {
    return Untranslated.of(editions.draft(town, now, Optional.empty()));
  }

  private static List<Task> tasks(
      List<Untranslated.Said> all, Translations translations, Language language) {
    List<Task> open = new ArrayList<>();
    List<Task> done = new ArrayList<>();
    for (Untranslated.Said said : all) {
      String german = said.text().de();
      Task task =
          new Task(
              said,
              translations.find(german, language),
              translations.outOfDate(said.place(), german, language).map(Stored::value));
      if (said.text().in(language).isEmpty()) {
        open.add(task);
      } else if (task.written().isPresent()) {
        done.add(task);
      }
    }
    open.addAll(done);
    return open;
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
