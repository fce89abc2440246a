package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.List;

/** A standing answer to a question that residents ask. */
public record Answer(Slug id, Text question, List<Text> body, OffsetDateTime asOf, boolean ready) {
  public static final Kind<Answer> KIND =
      new Kind<>("newsroom.answer", 1, Answer.class, Retention.PERMANENT, Audience.STAFF);

  public Answer {
    body = List.copyOf(body);
  }
}
