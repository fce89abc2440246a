package de.notbetrieb.town.file;

import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into a tree that remembers where everything stood. Aliases are refused. */
final class YamlTree {
  static final int MAX_BYTES = 5_000_000;
  private static final int MAX_DEPTH = 30;
  private static final int MAX_PROBLEMS = 200;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setMaxAliasesForCollections(0)
          .setAllowDuplicateKeys(true)
          .setCodePointLimit(MAX_BYTES)
          .build();

  private final String file;
  private final List<Problem> problems;

  private YamlTree(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The root's keys and values; empty when there are problems that leave nothing to read. */
  static Optional<Mapping> read(String file, byte[] bytes, List<Problem> problems) {
    return new YamlTree(file, problems).read(bytes);
  }

  private Optional<Mapping> read(byte[] bytes) {
    Position start = new Position(file, 1, 1);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(Problem.error(firstBadByte(bytes), "not-utf-8"));
      return Optional.empty();
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    try {
      if (!isHarmless(text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
        problems.add(Problem.error(start, "no-keys"));
        return Optional.empty();
      }
      return Optional.of((Mapping) located(root.get()));
    } catch (MarkedYamlEngineException e) {
      Position at = e.getProblemMark().map(this::position).orElse(start);
      problems.add(Problem.error(at, "not-yaml", String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      problems.add(Problem.error(start, "not-yaml", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /**
   * Looks at the parser's events before anything is built from them: building follows nesting and
   * aliases by recursion, and a small file can name a billion things.
   */
  private boolean isHarmless(String text) {
    int before = problems.size();
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      Position at = event.getStartMark().map(this::position).orElse(new Position(file, 1, 1));
      switch (event) {
        case AliasEvent alias -> problems.add(Problem.error(at, "no-anchors"));
        case CollectionStartEvent start -> {
          depth++;
          refuse(at, start.getAnchor().isPresent(), start.getTag().isPresent());
        }
        case ScalarEvent scalar ->
            refuse(at, scalar.getAnchor().isPresent(), scalar.getTag().isPresent());
        case CollectionEndEvent end -> depth--;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        problems.add(Problem.error(at, "too-deep", String.valueOf(MAX_DEPTH)));
        return false;
      }
      if (problems.size() - before >= MAX_PROBLEMS) {
        return false;
      }
    }
    return problems.size() == before;
  }

  private void refuse(Position at, boolean anchor, boolean tag) {
    if (anchor) {
      problems.add(Problem.error(at, "no-anchors"));
    }
    if (tag) {
      problems.add(Problem.error(at, "no-tags"));
    }
  }

  private Located located(Node node) {
    Position at = node.getStartMark().map(this::position).orElse(new Position(file, 1, 1));
    return switch (node) {
      case ScalarNode scalar -> scalar(at, scalar);
      case SequenceNode sequence ->
          new Sequence(at, sequence.getValue().stream().map(item -> located(item)).toList());
      case MappingNode mapping -> mapping(at, mapping);
      default -> {
        problems.add(Problem.error(at, "no-anchors"));
        yield new Scalar(at, "", true);
      }
    };
  }

  private static Scalar scalar(Position at, ScalarNode scalar) {
    String text = scalar.getValue().strip();
    boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    boolean absent = plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    return new Scalar(at, text, absent);
  }

  private Mapping mapping(Position at, MappingNode mapping) {
    Map<String, Located> values = new LinkedHashMap<>();
    Map<String, Position> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Position keyAt = tuple.getKeyNode().getStartMark().map(this::position).orElse(at);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(Problem.error(keyAt, "key-is-no-word"));
        continue;
      }
      Located value = located(tuple.getValueNode());
      if (values.put(key.getValue(), value) != null) {
        problems.add(Problem.error(keyAt, "key-twice", key.getValue()));
      }
      keys.put(key.getValue(), keyAt);
    }
    return new Mapping(at, values, keys);
  }

  private Position position(Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Position firstBadByte(byte[] bytes) {
    java.nio.charset.CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
    decoder.decode(in, out, true);
    List<String> lines = new ArrayList<>(out.flip().toString().lines().toList());
    int line = Math.max(1, lines.size());
    int column = lines.isEmpty() ? 1 : lines.getLast().length() + 1;
    return new Position(file, line, column);
  }
}
