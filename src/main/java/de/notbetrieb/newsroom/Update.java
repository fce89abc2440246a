package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Dated news of the town.
 *
 * @param ready whether it may enter the next edition
 */
public record Update(
    Slug id, OffsetDateTime at, Text title, List<Text> body, List<Slug> services, boolean ready) {
  public static final Kind<Update> KIND =
      new Kind<>("newsroom.update", 1, Update.class, Retention.PERMANENT, Audience.STAFF);

  public Update {
    body = List.copyOf(body);
    services = List.copyOf(services);
  }
}
