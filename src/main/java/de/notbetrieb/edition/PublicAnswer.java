package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.List;

/** A standing answer to a question that residents ask. */
public record PublicAnswer(Slug slug, Text question, List<Text> body, OffsetDateTime asOf) {
  public PublicAnswer {
    body = List.copyOf(body);
  }
}
