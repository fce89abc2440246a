package de.notbetrieb.app;

import java.io.PrintStream;

/** One command of the command line. */
interface Command {
  /**
   * @return the exit code
   */
  int run(Options options, PrintStream out, PrintStream err);

  /** Its options and words, for the help. */
  String usage();

  /** What it is for, in a sentence. */
  String purpose();
}
