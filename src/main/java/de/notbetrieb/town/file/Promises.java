package de.notbetrieb.town.file;

import de.notbetrieb.town.GrantingWords;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What grants something needs a ground and somebody who decided it. */
final class Promises {
  private final Mapping facts;
  private final List<Problem> problems;

  Promises(Mapping facts, List<Problem> problems) {
    this.facts = facts;
    this.problems = problems;
  }

  void check() {
    for (Mapping service : Tree.entries(facts, "services")) {
      service.get("sentences").ifPresent(this::ask);
      Tree.at(service, List.of("steps", "sentences")).forEach(this::ask);
      Tree.at(service, List.of("variations", "sentence")).forEach(this::ask);
      service.get("fee").ifPresent(this::ask);
      service.get("papers").ifPresent(this::each);
      if (service.get("deadline").orElse(null) instanceof Mapping deadline) {
        deadline(deadline);
      }
    }
    for (Mapping system : Tree.entries(facts, "systems")) {
      system.get("publicReason").ifPresent(this::ask);
    }
    for (Mapping fallback : Tree.entries(facts, "fallbacks")) {
      if (fallback.get("promise").isEmpty()) {
        fallback.get("sentence").ifPresent(this::ask);
      }
    }
  }

  private void deadline(Mapping deadline) {
    boolean promise =
        Tree.scalar(deadline, "promise")
            .filter(word -> word.text().equals("true") || word.text().equals("ja"))
            .isPresent();
    if (promise && Tree.scalar(deadline, "decider").isEmpty()) {
      problems.add(Problem.error(deadline.at(), "promise-undecided"));
    }
    if (!promise) {
      deadline.get("rule").ifPresent(this::ask);
    }
  }

  private void each(Located list) {
    if (list instanceof Located.Sequence sequence) {
      sequence.items().forEach(this::ask);
    } else {
      ask(list);
    }
  }

  /** A person must judge it: one question for a text, at its first granting words. */
  private void ask(Located text) {
    for (Scalar sentence : sentences(text)) {
      Optional<String> words = GrantingWords.in(sentence.text());
      if (words.isPresent()) {
        problems.add(Problem.warning(sentence.at(), "grants", words.get()));
        return;
      }
    }
  }

  private static List<Scalar> sentences(Located text) {
    return switch (text) {
      case Scalar scalar -> List.of(scalar);
      case Located.Sequence ignored -> List.of();
      case Mapping mapping -> {
        List<Scalar> found = new ArrayList<>();
        mapping.values().values().forEach(value -> found.addAll(sentences(value)));
        yield found;
      }
    };
  }
}
