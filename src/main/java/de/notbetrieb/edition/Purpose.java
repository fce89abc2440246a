package de.notbetrieb.edition;

/** What an edition is for. Each purpose signs with keys of its own and is said on every output. */
public enum Purpose {
  REAL,
  EXERCISE,
  DEMONSTRATION
}
