package de.notbetrieb.publishing;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.NextWord;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When the next word is due, decided without publishing anything. */
public final class NextWords {
  private final Journal journal;
  private final Editions editions;

  public NextWords(Journal journal, Editions editions) {
    this.journal = journal;
    this.editions = editions;
  }

  /** Decided, and not answered by an edition yet. */
  public Optional<NextWord> decided(Slug town) {
    Optional<OffsetDateTime> spoken = editions.live(town).map(Edition::confirmedAt);
    return stored(town)
        .map(Stored::value)
        .filter(word -> spoken.filter(at -> at.isAfter(word.since())).isEmpty());
  }

  /** What the next edition promises if nobody says otherwise. */
  public Optional<OffsetDateTime> suggestion(Slug town, OffsetDateTime now) {
    return decided(town).map(NextWord::due).filter(due -> due.isAfter(now));
  }

  /** The version that a form shows. */
  public long entry(Slug town) {
    return stored(town).map(Stored::entry).orElse(0L);
  }

  public void decide(
      Slug town,
      Person person,
      RequestId form,
      Optional<OffsetDateTime> due,
      OffsetDateTime now,
      long seen) {
    OffsetDateTime then =
        due.orElseThrow(() -> Refused.invalid("due", "publishing.next-word-missing"));
    if (!then.isAfter(now)) {
      throw Refused.invalid("due", "publishing.next-word-past");
    }
    journal.write(
        town,
        person.allowedTo(Right.WRITE),
        form,
        change -> change.put(NextWord.KIND, NextWord.ID, new NextWord(then, now), seen));
  }

  private Optional<Stored<NextWord>> stored(Slug town) {
    return journal.read(town).find(NextWord.KIND, NextWord.ID);
  }
}
