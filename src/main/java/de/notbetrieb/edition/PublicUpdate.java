package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Dated news of the town, newest first in an edition.
 *
 * @param body paragraphs, plain sentences
 * @param services what it is about
 */
public record PublicUpdate(
    Slug slug, OffsetDateTime at, Text title, List<Text> body, List<Slug> services) {
  public PublicUpdate {
    body = List.copyOf(body);
    services = List.copyOf(services);
  }
}
