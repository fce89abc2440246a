package de.notbetrieb.situation;

/** Whether a system works, best first. It can go down again. */
public enum SystemState {
  UP,
  LIMITED,
  UNKNOWN,
  DOWN;

  SystemState worse(SystemState other) {
    return compareTo(other) >= 0 ? this : other;
  }

  SystemState better(SystemState other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
