package de.notbetrieb.app;

import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Refusals;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.file.Problem;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What people read, from the bundles {@code texts/messages_*.properties}. */
final class Messages {
  private final Locale locale;

  private Messages(Locale locale) {
    this.locale = locale;
  }

  static Messages german() {
    return new Messages(Locale.GERMAN);
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

  void print(ReadTownFile file, PrintStream out) {
    print(file.problems(), out);
  }

  void print(List<Problem> problems, PrintStream out) {
    problems.forEach(problem -> out.println(problem.inWords(locale)));
  }

  /** What an import did or would do, a line for every record that it touches or leaves on purpose. */
  void print(ImportPlan plan, boolean onlyShown, PrintStream out) {
    if (plan.steps().isEmpty()) {
      out.println(words("import.nothing"));
      return;
    }
    plan.steps().forEach(step -> out.println(step.inWords(locale)));
    Object[] counts =
        Arrays.stream(ImportPlan.Fate.values()).map(fate -> plan.steps(fate).size()).toArray();
    out.println(words(onlyShown ? "import.would" : "import.did", counts));
  }

  private String words(String key, Object... arguments) {
    ResourceBundle bundle = ResourceBundle.getBundle("texts.messages", locale);
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
