package de.notbetrieb.journal;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who did it, as a pseudonym: the journal does not know people. */
public record Actor(@JsonValue String pseudonym) {
  public static final Actor PROGRAM = new Actor("program");

  public Actor {
    if (!pseudonym.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("not a pseudonym: " + pseudonym);
    }
  }
}
