package de.notbetrieb.edge;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a mirror has heard of its source.
 *
 * @param last when the source last gave a word that was checked and new enough; absent if never
 * @param problem what hindered it at the last try, or empty
 */
record SourceWord(URI source, Optional<Instant> last, String problem) {
  /** So long a source may be out of reach before readers are told. */
  static final Duration SILENCE = Duration.ofMinutes(15);

  boolean isSilent(Instant now) {
    return last.filter(heard -> !heard.plus(SILENCE).isBefore(now)).isEmpty();
  }
}
