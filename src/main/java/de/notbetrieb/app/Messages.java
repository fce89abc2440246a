package de.notbetrieb.app;

import de.notbetrieb.platform.Refusals;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.file.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What people read, from the bundles {@code texts/messages_*.properties}. */
final class Messages {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "texts.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Messages german() {
    return new Messages(Locale.GERMAN);
  }

  String of(String key, List<String> arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
  }

  /** What was refused, a line for every problem. */
  String of(Refused refused) {
    return switch (refused.reason()) {
      case Refused.Invalid invalid ->
          invalid.problems().stream()
              .map(problem -> Refusals.of(problem.key(), problem.arguments(), locale))
              .collect(Collectors.joining("\n"));
      case Refused.Reason other -> Refusals.of(other.key(), other.arguments(), locale);
    };
  }

  /** {@code file:line:column: what is wrong. What would be right.} */
  String of(Problem problem) {
    String hint =
        problem.suggestion().isEmpty()
            ? ""
            : " " + of("file.meaning", List.of(problem.suggestion()));
    return "%s:%d:%d: %s%s"
        .formatted(
            problem.at().file(),
            problem.at().line(),
            problem.at().column(),
            of("file." + problem.key(), problem.arguments()),
            hint);
  }
}
