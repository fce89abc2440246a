package de.notbetrieb.town.file;

import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import java.util.List;
import java.util.Optional;

/** Ways through a located tree that pass over whatever has the wrong shape. */
final class Tree {
  private Tree() {}

  static List<Mapping> entries(Mapping facts, String section) {
    return facts.get(section).map(Tree::mappings).orElse(List.of());
  }

  static Optional<Scalar> scalar(Mapping mapping, String key) {
    return mapping.get(key).flatMap(Tree::scalar);
  }

  /** The words of a list, or the one word that stands there instead. */
  static List<Scalar> words(Optional<Located> node) {
    return node.map(
            found ->
                switch (found) {
                  case Sequence list ->
                      list.items().stream().flatMap(item -> scalar(item).stream()).toList();
                  case Scalar ignored -> scalar(found).stream().toList();
                  case Mapping ignored -> List.<Scalar>of();
                })
        .orElse(List.of());
  }

  /** What stands at a path of keys, in every entry of the lists on the way. */
  static List<Located> at(Located node, List<String> path) {
    if (path.isEmpty()) {
      return List.of(node);
    }
    List<String> rest = path.subList(1, path.size());
    return mappings(node).stream()
        .flatMap(mapping -> mapping.get(path.getFirst()).stream())
        .flatMap(found -> at(found, rest).stream())
        .toList();
  }

  private static List<Mapping> mappings(Located node) {
    return switch (node) {
      case Mapping mapping -> List.of(mapping);
      case Sequence list ->
          list.items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
      case Scalar ignored -> List.of();
    };
  }

  private static Optional<Scalar> scalar(Located node) {
    return node instanceof Scalar scalar && !scalar.absent()
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
