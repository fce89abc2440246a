package de.notbetrieb.publishing;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Fallback;
import java.util.Optional;

/**
 * What somebody said of a sentence with granting words: a promise, with its ground and who decided
 * it, or none, and why not.
 *
 * @param place where the sentence stands
 */
public record Judgement(
    String place, Text text, Optional<Fallback.Promise> promise, Optional<String> noPromise) {
  public static final Kind<Judgement> KIND =
      new Kind<>("publishing.judgement", 1, Judgement.class, Retention.PERMANENT, Audience.STAFF);
}
