package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the optional part {@code situation} of a town file says in the town's own words; its
 * component names are the file's keys. The texts count as ready.
 */
public record NewsroomPart(
    OffsetDateTime asOf,
    Optional<OffsetDateTime> confirmedAt,
    Optional<OffsetDateTime> nextWordDue,
    Text headline,
    Text lead,
    List<Notice> notices,
    List<Normality> runningNormally,
    List<Update> updates,
    List<Answer> answers) {
  /** The keys that belong to this room. */
  public static final List<String> KEYS =
      Arrays.stream(NewsroomPart.class.getRecordComponents()).map(c -> c.getName()).toList();

  public NewsroomPart {
    notices = List.copyOf(notices);
    runningNormally = List.copyOf(runningNormally);
    updates = List.copyOf(updates);
    answers = List.copyOf(answers);
  }

  /** Writes it all down, into a town that has said nothing yet. */
  public void record(Writing change) {
    if (change.find(Masthead.KIND, Masthead.ID).isPresent()) {
      throw Refused.conflict("situation.not-empty");
    }
    change.put(
        Masthead.KIND,
        Masthead.ID,
        new Masthead(headline, lead, asOf, confirmedAt.orElse(asOf), nextWordDue));
    notices.forEach(one -> change.put(Notice.KIND, one.id().value(), ready(one)));
    runningNormally.forEach(one -> change.put(Normality.KIND, one.id().value(), ready(one)));
    updates.forEach(one -> change.put(Update.KIND, one.id().value(), ready(one)));
    answers.forEach(one -> change.put(Answer.KIND, one.id().value(), ready(one)));
  }

  private static Notice ready(Notice n) {
    return new Notice(n.id(), n.kind(), n.title(), n.body(), n.answer(), n.lastDay(), true);
  }

  private static Normality ready(Normality n) {
    return new Normality(n.id(), n.what(), n.source(), n.confirmedAt(), true);
  }

  private static Update ready(Update u) {
    return new Update(u.id(), u.at(), u.title(), u.body(), u.services(), true);
  }

  private static Answer ready(Answer a) {
    return new Answer(a.id(), a.question(), a.body(), a.asOf(), true);
  }
}
