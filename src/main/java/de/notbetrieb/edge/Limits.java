package de.notbetrieb.edge;

/**
 * How much one asker, and all together, may take.
 *
 * @param idleSeconds a connection on which nothing is asked
 * @param headSeconds a request that was begun must be complete
 * @param stallSeconds an asker that takes nothing of its answer
 */
record Limits(
    int connections,
    int listeners,
    int requestsPerConnection,
    int waitingCompositions,
    int idleSeconds,
    int headSeconds,
    int stallSeconds) {
  static final Limits USUAL = new Limits(16_000, 12_000, 1000, 64, 60, 10, 30);
}
