package de.notbetrieb.town.file;

import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a town's file over the template: keys win one by one, entries of a list with the same id are
 * laid over each other, new ids are added. An entry with {@code leaveOut: true} is left out.
 */
final class Overlay {
  private static final String LEAVE_OUT = "leaveOut";

  private Overlay() {}

  static Mapping of(Mapping template, Mapping own) {
    Map<String, Located> values = new LinkedHashMap<>(template.values());
    Map<String, Position> keys = new LinkedHashMap<>(template.keys());
    own.values()
        .forEach(
            (key, value) -> {
              values.merge(key, value, Overlay::laid);
              keys.put(key, own.keyAt(key));
            });
    return new Mapping(own.at(), values, keys);
  }

  private static Located laid(Located template, Located own) {
    if (template instanceof Mapping below && own instanceof Mapping above) {
      return of(below, above);
    }
    if (template instanceof Sequence below
        && own instanceof Sequence above
        && ids(below).size() == below.items().size()
        && ids(above).size() == above.items().size()) {
      return entries(below, above);
    }
    return own;
  }

  private static Sequence entries(Sequence template, Sequence own) {
    Map<String, Located> byId = new LinkedHashMap<>();
    template.items().forEach(item -> byId.put(id(item).orElseThrow(), item));
    Set<String> seen = new HashSet<>();
    List<Located> twice = new ArrayList<>();
    for (Located item : own.items()) {
      String id = id(item).orElseThrow();
      if (!seen.add(id)) {
        twice.add(item);
      } else if (leftOut(item)) {
        byId.remove(id);
      } else {
        byId.merge(id, item, Overlay::laid);
      }
    }
    List<Located> items = new ArrayList<>(byId.values());
    items.addAll(twice);
    return new Sequence(own.at(), items);
  }

  private static boolean leftOut(Located item) {
    return item instanceof Mapping mapping
        && mapping.get(LEAVE_OUT).orElse(null) instanceof Scalar scalar
        && scalar.text().equals("true");
  }

  private static List<String> ids(Sequence sequence) {
    return sequence.items().stream().flatMap(item -> id(item).stream()).toList();
  }

  private static Optional<String> id(Located item) {
    return item instanceof Mapping mapping && mapping.get("id").orElse(null) instanceof Scalar id
        ? Optional.of(id.text())
        : Optional.empty();
  }
}
