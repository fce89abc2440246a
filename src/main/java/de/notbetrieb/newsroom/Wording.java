package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;

/**
 * An agreed wording (Sprachregelung): what everybody at the phone and the counter says when they are
 * asked. It never enters an edition.
 *
 * @param question what people ask
 * @param answer the sentence to say
 * @param unsaid what is not said, and why
 */
public record Wording(Slug id, String question, Text answer, String unsaid) {
  public static final Kind<Wording> KIND =
      new Kind<>("newsroom.wording", 1, Wording.class, Retention.INCIDENT, Audience.STAFF);
}
