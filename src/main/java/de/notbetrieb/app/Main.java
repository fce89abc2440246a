package de.notbetrieb.app;

import de.notbetrieb.platform.Refused;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entry point: {@code ./notbetrieb COMMAND}. */
public final class Main {
  /** Fine. */
  static final int FINE = 0;

  /** Input or state is wrong, said in words. */
  static final int WRONG = 1;

  /** The command line is not understood. */
  static final int USAGE = 2;

  /** The program failed. */
  static final int FAILED = 3;

  private static final Map<String, Command> COMMANDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("serve", new ServeCommand()),
              Map.entry("edge", new EdgeCommand()),
              Map.entry("new", new NewCommand()),
              Map.entry("check", new CheckCommand()),
              Map.entry("import", new ImportCommand()),
              Map.entry("set", new SetCommand()),
              Map.entry("request", new RequestCommand()),
              Map.entry("release", new ReleaseCommand()),
              Map.entry("replay", new ReplayCommand()),
              Map.entry("erase", new EraseCommand()),
              Map.entry("verify", new VerifyCommand()),
              Map.entry("export", new ExportCommand()),
              Map.entry("certificate", new CertificateCommand()),
              Map.entry("rekey", new RekeyCommand()),
              Map.entry("witness", new WitnessCommand()),
              Map.entry("withdraw", new WithdrawCommand())));

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty() || arguments.getFirst().equals("help")) {
      help(out);
      return arguments.isEmpty() ? USAGE : FINE;
    }
    Command command = COMMANDS.get(arguments.getFirst());
    if (command == null) {
      err.println("Diesen Befehl gibt es nicht: " + arguments.getFirst());
      err.println("Welche es gibt: ./notbetrieb help");
      return USAGE;
    }
    try {
      Options options = Options.parse(arguments.subList(1, arguments.size()));
      return command.run(options, out, err);
    } catch (Options.NotUnderstood e) {
      err.println(e.getMessage());
      err.println("So geht es: ./notbetrieb " + arguments.getFirst() + " " + command.usage());
      return USAGE;
    } catch (Refused e) {
      err.println(Messages.german().of(e));
      return WRONG;
    }
  }

  private static void help(PrintStream out) {
    out.println("Notbetrieb " + Version.NUMBER);
    out.println();
    COMMANDS.forEach(
        (name, command) ->
            out.println(
                "  ./notbetrieb " + name + " " + command.usage() + "\n      " + command.purpose()));
    out.println();
    out.println("Jeder Befehl nimmt --data DIR (sonst ./data) und --database URL für PostgreSQL.");
    out.println(
        "Rückgabe: 0 gut, 1 Eingabe oder Zustand falsch, 2 Aufruf falsch, 3 Programmfehler.");
  }

  static List<String> names() {
    return Arrays.asList(COMMANDS.keySet().toArray(String[]::new));
  }
}
