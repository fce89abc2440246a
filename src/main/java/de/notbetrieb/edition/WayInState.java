package de.notbetrieb.edition;

/** Whether a way in leads to the town now. An instruction names only a way in that is UP. */
public enum WayInState {
  UP,
  LIMITED,
  DOWN,
  UNKNOWN
}
