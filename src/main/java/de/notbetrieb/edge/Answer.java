package de.notbetrieb.edge;

import java.util.function.Supplier;

/** What the router decided about a request. */
sealed interface Answer permits Prepared, Answer.Later, Answer.Listen {

  /** To be composed away from the talking thread. */
  record Later(Supplier<Prepared> compose) implements Answer {}

  /** The asker wants to hear of new editions of this town. */
  record Listen(Sites.Town town) implements Answer {}
}
