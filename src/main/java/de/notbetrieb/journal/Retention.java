package de.notbetrieb.journal;

/** How long records of a kind are kept, and so when they may be erased. */
public enum Retention {
  /** As long as the town exists: what it said, and what its facts were. */
  PERMANENT,
  /** Until the incident is closed and its record handed to the archive. */
  INCIDENT,
  /** Until the case it belongs to is done with. */
  CASE,
  /** Until the shift is over and accounted for. */
  SHIFT
}
