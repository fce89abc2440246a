package de.notbetrieb.edition;

/** How people reach the town. */
public enum WayInKind {
  PHONE,
  COUNTER,
  LETTER_BOX,
  POST,
  EMAIL,
  ONLINE_FORM,
  MESSENGER
}
