package de.notbetrieb.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: {@code --name value}, flags, and the rest in order. */
record Options(Map<String, String> named, List<String> words) {
  private static final Set<String> FLAGS = Set.of("dry-run", "prune", "stick", "yes", "record");
  private static final Set<String> NAMES =
      Set.of(
          "data",
          "database",
          "town",
          "public-port",
          "staff-port",
          "staff-host",
          "staff-cert",
          "staff-key",
          "public-host",
          "demonstration",
          "as",
          "next",
          "as-of",
          "reason",
          "follow",
          "key",
          "port",
          "host",
          "edition",
          "words",
          "correction",
          "source-ca",
          "keep",
          "witnesses",
          "witnessed",
          "from",
          "out",
          "name",
          "fingerprint");

  Options {
    named = Map.copyOf(named);
    words = List.copyOf(words);
  }

  /** The command line makes no sense; the message says why. */
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
      super(message);
    }
  }

  static Options parse(List<String> arguments) {
    Map<String, String> named = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
        continue;
      }
      String name = argument.substring(2);
      if (FLAGS.contains(name)) {
        named.put(name, "true");
      } else if (NAMES.contains(name) && i + 1 < arguments.size()) {
        named.put(name, arguments.get(++i));
      } else {
        throw new NotUnderstood(
            NAMES.contains(name)
                ? "Hinter " + argument + " fehlt etwas."
                : "Diese Angabe gibt es nicht: " + argument);
      }
    }
    return new Options(named, words);
  }

  Optional<String> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  boolean flag(String name) {
    return named.containsKey(name);
  }

  Path data() {
    return Path.of(named("data").orElse("data"));
  }

  int port(String name, int usual) {
    String given = named(name).orElse(String.valueOf(usual));
    try {
      int port = Integer.parseInt(given);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new NotUnderstood("--" + name + " ist keine Portnummer: " + given);
    }
    throw new NotUnderstood("--" + name + " ist keine Portnummer: " + given);
  }

  /** The word at that place. */
  String word(int at, String what) {
    if (words.size() <= at) {
      throw new NotUnderstood("Es fehlt: " + what);
    }
    return words.get(at);
  }
}
