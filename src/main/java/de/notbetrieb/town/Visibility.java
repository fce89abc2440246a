package de.notbetrieb.town;

/** Whether a fact of the town file may become public. What is not marked is public. */
public enum Visibility {
  PUBLIC,
  STAFF
}
