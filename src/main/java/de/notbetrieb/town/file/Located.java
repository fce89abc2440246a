package de.notbetrieb.town.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a file and where it stands. */
public sealed interface Located {
  Position at();

  /** Where: lines and columns count from 1. */
  record Position(String file, int line, int column) {}

  /** A word, number or sentence as it was written; {@code absent} for an empty value. */
  record Scalar(Position at, String text, boolean absent) implements Located {}

  /** A list. */
  record Sequence(Position at, List<Located> items) implements Located {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys and values, in the file's order. */
  record Mapping(Position at, Map<String, Located> values, Map<String, Position> keys)
      implements Located {
    public Mapping {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
      keys = Map.copyOf(keys);
    }

    public Optional<Located> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    Mapping without(String... leftOut) {
      return without(List.of(leftOut));
    }

    /** What remains for others, when one room has taken its keys. */
    public Mapping without(List<String> leftOut) {
      Map<String, Located> rest = new LinkedHashMap<>(values);
      rest.keySet().removeAll(leftOut);
      return new Mapping(at, rest, keys);
    }

    /** The keys of one room, when several share a part of the file. */
    public Mapping only(List<String> kept) {
      Map<String, Located> mine = new LinkedHashMap<>(values);
      mine.keySet().retainAll(kept);
      return new Mapping(at, mine, keys);
    }

    Position keyAt(String key) {
      return keys.getOrDefault(key, at);
    }
  }
}
