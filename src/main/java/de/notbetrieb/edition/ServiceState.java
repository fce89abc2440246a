package de.notbetrieb.edition;

/** The state of a service or a step as residents read it, worst first. */
public enum ServiceState {
  UNAVAILABLE,
  UNKNOWN,
  ELSEWHERE,
  LIMITED,
  AVAILABLE;

  public ServiceState worse(ServiceState other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
