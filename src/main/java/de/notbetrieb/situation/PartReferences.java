package de.notbetrieb.situation;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Located;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import de.notbetrieb.town.file.Nearest;
import de.notbetrieb.town.file.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether the part speaks of things that the town has, and of each only once. */
final class PartReferences {
  private final Mapping part;
  private final Town town;
  private final List<Problem> problems;

  PartReferences(Mapping part, Town town, List<Problem> problems) {
    this.part = part;
    this.town = town;
    this.problems = problems;
  }

  void check() {
    List<String> services = ids(town.services(), Service::id);
    List<String> systems = ids(town.systems(), SystemAsset::id);
    known("systems", "system", systems);
    known("contacts", "contact", ids(town.contacts(), Contact::id));
    known("offices", "office", ids(town.offices(), Office::id));
    known("fallbacksInForce", "fallback", ids(town.fallbacks(), Fallback::id));
    known("overrides", "service", services);
    known("expectations", "service", services);
    known("expectations", "system", systems);
    for (Mapping override : items("overrides")) {
      word(override, "step").ifPresent(step -> knownStep(override, step));
    }
    items("expectations").forEach(this::range);
    once("systems", "system");
    once("contacts", "contact");
    once("offices", "office");
    once("fallbacksInForce", "fallback");
    once("overrides", "service", "step");
    once("expectations", "service", "system");
  }

  /** Days are written so that their order is that of their words. */
  private void range(Mapping expectation) {
    Optional<Scalar> first = word(expectation, "earliest");
    Optional<Scalar> last = word(expectation, "latest");
    boolean inOrder =
        first.isPresent() == last.isPresent()
            && first.filter(f -> f.text().compareTo(last.orElseThrow().text()) > 0).isEmpty();
    if (!inOrder) {
      problems.add(Problem.error(expectation.at(), "no-range"));
    } else if (first.isPresent()
        && first.map(Scalar::text).equals(last.map(Scalar::text))
        && expectation.get("decided").isEmpty()) {
      problems.add(Problem.error(first.get().at(), "day-undecided"));
    }
  }

  private void knownStep(Mapping override, Scalar step) {
    String service = word(override, "service").map(Scalar::text).orElse("");
    List<String> steps =
        town.services().stream()
            .filter(one -> one.id().value().equals(service))
            .flatMap(one -> one.steps().stream())
            .map(one -> one.id().value())
            .toList();
    if (!steps.contains(step.text())) {
      dangling(step, "overrides", steps);
    }
  }

  private void known(String section, String key, List<String> ids) {
    Set<String> known = new HashSet<>(ids);
    for (Mapping item : items(section)) {
      word(item, key)
          .filter(word -> !known.contains(word.text()))
          .ifPresent(word -> dangling(word, section, ids));
    }
  }

  private void dangling(Scalar word, String section, List<String> known) {
    problems.add(
        Problem.error(word.at(), "reference-dangling", word.text(), "situation." + section)
            .meaning(Nearest.to(word.text(), known).orElse("")));
  }

  private void once(String section, String... keys) {
    Set<List<String>> seen = new HashSet<>();
    for (Mapping item : items(section)) {
      List<String> words = new ArrayList<>();
      for (String key : keys) {
        words.add(word(item, key).map(Scalar::text).orElse(""));
      }
      if (!seen.add(words)) {
        String id = String.join(" ", words).strip();
        problems.add(Problem.error(item.at(), "id-twice", id, "situation." + section));
      }
    }
  }

  private List<Mapping> items(String section) {
    List<Mapping> items = new ArrayList<>();
    if (part.get(section).orElse(null) instanceof Sequence sequence) {
      for (Located item : sequence.items()) {
        if (item instanceof Mapping mapping) {
          items.add(mapping);
        }
      }
    }
    return items;
  }

  private static Optional<Scalar> word(Mapping item, String key) {
    return item.get(key).orElse(null) instanceof Scalar scalar && !scalar.absent()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static <T> List<String> ids(List<T> all, Function<T, Slug> id) {
    return all.stream().map(one -> id.apply(one).value()).toList();
  }
}
