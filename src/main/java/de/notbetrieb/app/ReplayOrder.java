package de.notbetrieb.app;

import de.notbetrieb.app.ReplayFile.Ended;
import de.notbetrieb.app.ReplayFile.Stand;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Problem;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether one Stand can follow on the other: times go forward, and only what holds can end. */
final class ReplayOrder {
  private final List<Problem> problems;
  private final Set<String> holding = new HashSet<>();

  ReplayOrder(List<Problem> problems) {
    this.problems = problems;
  }

  void check(List<Stand> stands) {
    Optional<OffsetDateTime> before = Optional.empty();
    for (Stand stand : stands) {
      times(stand, before);
      if (before.isEmpty() && stand.said().unchanged().isPresent()) {
        problems.add(Problem.error(stand.at(), "unchanged-first"));
      }
      if (before.isEmpty()
          && (stand.said().headline().isEmpty() || stand.said().lead().isEmpty())) {
        problems.add(Problem.error(stand.at(), "key-missing", "headline, lead"));
      }
      before = Optional.of(stand.said().releasedAt());
      ends(stand.at(), stand.said().ended().orElse(Ended.NOTHING));
      holds(stand);
    }
  }

  private void times(Stand stand, Optional<OffsetDateTime> before) {
    OffsetDateTime at = stand.said().at();
    if (before.filter(last -> !at.isAfter(last)).isPresent()) {
      problems.add(Problem.error(stand.at(), "stand-too-early", at + "", before.get() + ""));
    }
    if (!stand.said().releasedAt().isAfter(at)) {
      problems.add(Problem.error(stand.at(), "released-too-early", at + ""));
    }
    if (stand.said().nextWordDue().filter(due -> !due.isAfter(at)).isPresent()) {
      problems.add(Problem.error(stand.at(), "next-word-too-early", at + ""));
    }
  }

  private void ends(Position at, Ended ended) {
    ended.fallbacks().forEach(id -> ends(at, "fallbacks", id));
    ended.overrides().forEach(id -> ends(at, "overrides", id));
    ended.expectations().forEach(id -> ends(at, "expectations", id));
    ended.notices().forEach(id -> ends(at, "notices", id));
    ended.runningNormally().forEach(id -> ends(at, "runningNormally", id));
    ended.answers().forEach(id -> ends(at, "answers", id));
  }

  private void ends(Position at, String section, Slug id) {
    if (!holding.remove(section + "/" + id)) {
      problems.add(Problem.error(at, "ended-unknown", id.value(), "ended." + section));
    }
  }

  private void holds(Stand stand) {
    stand.situation().fallbacksInForce().forEach(one -> hold("fallbacks", one.fallback()));
    stand.situation().overrides().stream()
        .filter(one -> one.step().isEmpty())
        .forEach(one -> hold("overrides", one.service()));
    stand
        .situation()
        .expectations()
        .forEach(one -> one.service().ifPresent(id -> hold("expectations", id)));
    stand.said().notices().forEach(one -> hold("notices", one.id()));
    stand.said().runningNormally().forEach(one -> hold("runningNormally", one.id()));
    stand.said().answers().forEach(one -> hold("answers", one.id()));
  }

  private void hold(String section, Slug id) {
    holding.add(section + "/" + id);
  }
}
