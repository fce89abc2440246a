package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that the town says now, ready or not. */
public record Newsroom(
    Optional<Masthead> masthead,
    List<Notice> notices,
    List<Normality> normalities,
    List<Update> updates,
    List<Answer> answers) {
  public Newsroom {
    notices = List.copyOf(notices);
    normalities = List.copyOf(normalities);
    updates = List.copyOf(updates);
    answers = List.copyOf(answers);
  }

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(
        Masthead.KIND,
        Notice.KIND,
        Normality.KIND,
        Update.KIND,
        Answer.KIND,
        Wording.KIND,
        NextWord.KIND,
        Translation.KIND);
  }

  /** Updates come newest first. */
  public static Newsroom of(Reading reading) {
    return new Newsroom(
        reading.find(Masthead.KIND, Masthead.ID).map(Stored::value),
        values(reading, Notice.KIND).toList(),
        values(reading, Normality.KIND).toList(),
        values(reading, Update.KIND)
            .sorted(Comparator.comparing(Update::at).reversed().thenComparing(Update::id))
            .toList(),
        values(reading, Answer.KIND).toList());
  }

  /** Those that may go out although nobody can do any more what they ask for. */
  public List<Notice> outOfTime(LocalDate today) {
    return notices.stream()
        .filter(Notice::ready)
        .filter(notice -> notice.lastDay().filter(day -> day.isBefore(today)).isPresent())
        .toList();
  }

  private static <R extends Record> Stream<R> values(Reading reading, Kind<R> kind) {
    return reading.all(kind).stream().map(Stored::value);
  }
}
