package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Fallback;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person's word on a service, which beats what follows from systems and fallbacks.
 *
 * @param reason why, for staff; never public
 * @param until the day on which somebody looks again; nothing ends by the clock
 * @param untilSentence what residents read of it
 * @param promise set when the sentence grants something
 */
public record Override(
    Slug service,
    Optional<Slug> step,
    ServiceState state,
    Text sentence,
    String reason,
    Optional<LocalDate> until,
    Optional<Text> untilSentence,
    Optional<Fallback.Promise> promise) {
  public static final Kind<Override> KIND =
      new Kind<>("situation.override", 1, Override.class, Retention.INCIDENT, Audience.STAFF);

  /**
   * The same with what no form shows, as long as it says the same words: their other languages, when
   * it ends and what it grants.
   */
  public Override over(Optional<Override> before) {
    return before.map(this::over).orElse(this);
  }

  private Override over(Override before) {
    if (!before.sentence.saysTheSame(sentence.de())) {
      return this;
    }
    return new Override(
        service,
        step,
        state,
        Text.typed(sentence.de(), sentence.en().orElse(""), List.of(before.sentence)),
        reason,
        before.until,
        before.untilSentence,
        before.promise);
  }

  /** The record's id: one override for a service and one for each of its steps. */
  public String recordId() {
    return step.map(name -> service + "." + name).orElse(service.value());
  }
}
