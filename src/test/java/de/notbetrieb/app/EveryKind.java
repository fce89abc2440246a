package de.notbetrieb.app;

import de.notbetrieb.journal.Kind;
import java.util.List;

/** Every kind of record that the program can read, for tests of other rooms. */
public final class EveryKind {
  private EveryKind() {}

  public static List<Kind<?>> all() {
    return Kinds.all();
  }
}
