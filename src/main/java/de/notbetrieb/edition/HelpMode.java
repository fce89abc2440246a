package de.notbetrieb.edition;

/** Who moves when another body helps. */
public enum HelpMode {
  RESIDENT_GOES_THERE,
  OUR_STAFF_WORK_THERE
}
