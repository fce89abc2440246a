package de.notbetrieb.access;

/** One thing that somebody may do. */
public enum Right {
  READ,
  SET_SYSTEMS,
  WRITE,
  REQUEST,
  RELEASE,
  WITHDRAW,
  ADMINISTER
}
