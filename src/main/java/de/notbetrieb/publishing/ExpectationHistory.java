package de.notbetrieb.publishing;

import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.Expected;
import de.notbetrieb.edition.PublicService.Outcome;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.situation.Expectation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said in public of how long a service may take, and what came of it. A statement is known
 * by the time at which it was made: another one with the same time corrects it.
 */
final class ExpectationHistory {
  private ExpectationHistory() {}

  /**
   * The statements after this edition, newest first.
   *
   * @param before the service in the live edition
   * @param said the present statement
   */
  static List<Expected> of(
      Optional<PublicService> before,
      Optional<Expectation> said,
      ServiceState state,
      OffsetDateTime asOf) {
    List<Expected> known =
        new ArrayList<>(before.map(PublicService::expectations).orElse(List.of()));
    if (state == ServiceState.AVAILABLE) {
      Expected.present(known).ifPresent(open -> known.set(0, back(open, asOf)));
      return known;
    }
    Optional<Expected> now = said.map(ExpectationHistory::published);
    Optional<Expected> open = Expected.present(known);
    boolean corrected =
        open.isPresent() && now.filter(one -> one.said().equals(open.get().said())).isPresent();
    if (corrected) {
      known.set(0, now.orElseThrow());
      return known;
    }
    boolean spent = now.filter(one -> isSpent(one, known)).isPresent();
    Outcome outcome = now.isPresent() && !spent ? Outcome.REPLACED : Outcome.TAKEN_BACK;
    open.ifPresent(one -> known.set(0, one.ended(outcome, asOf)));
    now.filter(_ -> !spent).ifPresent(known::addFirst);
    return known.subList(0, Math.min(known.size(), PublicService.MOST_EXPECTATIONS));
  }

  /** Said before the service came back, it says nothing of the next time. */
  private static boolean isSpent(Expected one, List<Expected> known) {
    return known.stream()
        .anyMatch(before -> before.ended().isPresent() && !one.said().isAfter(before.said()));
  }

  private static Expected back(Expected open, OffsetDateTime asOf) {
    LocalDate day = asOf.toLocalDate();
    Outcome outcome = Outcome.BACK;
    if (open.earliest().filter(day::isBefore).isPresent()) {
      outcome = Outcome.BACK_EARLIER;
    } else if (open.latest().filter(day::isAfter).isPresent()) {
      outcome = Outcome.BACK_LATER;
    } else if (open.latest().isPresent()) {
      outcome = Outcome.BACK_AS_SAID;
    }
    return open.ended(outcome, asOf);
  }

  /** Whose word it is inside, and why, stays with the staff. */
  private static Expected published(Expectation said) {
    return new Expected(
        said.range(),
        said.since(),
        said.saidBy(),
        said.earliest(),
        said.latest(),
        said.decided(),
        Optional.empty());
  }
}
