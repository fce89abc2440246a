package de.notbetrieb.app;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Says how a system is. */
final class SetCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    String system = options.word(0, "das System");
    SystemState state = state(options.word(1, "der Zustand"));
    try (Installation installation = Installation.open(options)) {
      Slug town = installation.town(options);
      Person person = installation.person(options, town);
      installation
          .journal()
          .write(
              town,
              person.allowedTo(Right.SET_SYSTEMS),
              RequestId.random(),
              change -> {
                Town facts = Towns.of(change).orElseThrow();
                long seen = change.find(SystemStatus.KIND, system).map(Stored::entry).orElse(0L);
                SystemStatus status =
                    new SystemStatus(
                        Slug.of(system),
                        state,
                        Optional.empty(),
                        change.now().toOffset(),
                        Optional.empty());
                Situations.setSystem(change, facts, status, seen);
              });
      out.println(system + ": " + state);
      return Main.FINE;
    }
  }

  private static SystemState state(String word) {
    return Arrays.stream(SystemState.values())
        .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new Options.NotUnderstood(
                    "Kein Zustand: " + word + " (up, limited, unknown, down)"));
  }

  @Override
  public String usage() {
    return "SYSTEM up|limited|unknown|down --as KONTO [--town STADT]";
  }

  @Override
  public String purpose() {
    return "Meldet den Zustand eines Systems.";
  }
}
