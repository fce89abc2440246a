package de.notbetrieb.journal;

/** Who may read records of a kind. What becomes public does so through an edition only. */
public enum Audience {
  PUBLIC,
  STAFF,
  CRISIS_TEAM,
  INVESTIGATION
}
