package de.notbetrieb.edition;

/** Whether people can come to an office. */
public enum OfficeState {
  OPEN,
  RESTRICTED,
  CLOSED
}
